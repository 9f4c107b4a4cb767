import './office.css';
import { Alert, App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { type Role, role as roles } from '../../workbench/api/common.ts';
import { asRefused } from '../api/refused.ts';
import { editUser, loadUsers } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { office as w } from '../words/office.ts';
import { shell } from '../words/shell.ts';

interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

/** Who may sit down here, as what. Nobody is deleted: who left is no longer active. */
export function UsersPage() {
  const { t } = useLang();
  const { message } = App.useApp();
  const list = useLoad('users', loadUsers);
  const [shown, setShown] = useState<{ name: string; password: string }>();
  const save = (user: User, renew: boolean) =>
    editUser(user.id, { name: user.name, role: user.role, active: user.active, renew }).then(
      (answer) => {
        if (answer?.password) setShown({ name: user.name, password: answer.password });
        void message.success(t(w.saved));
        list.reload();
      },
      (error: unknown) => void message.error(t(asRefused(error).text)),
    );
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.users)}</h1>
      </div>
      {shown ? (
        <Alert
          type="warning"
          role="alert"
          title={
            <>
              {t(w.password, { name: shown.name })} <code className="password">{shown.password}</code>
            </>
          }
          action={<Button onClick={() => setShown(undefined)}>{t(w.understood)}</Button>}
        />
      ) : null}
      <Loaded of={list}>
        {({ users }) => (
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t(w.userId)}</th>
                <th scope="col">{t(w.name)}</th>
                <th scope="col">{t(w.role)}</th>
                <th scope="col">{t(w.active)}</th>
                <th scope="col">
                  <span className="unseen">{t(w.save)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <UserRow key={JSON.stringify(user)} user={user} onSave={save} />
              ))}
              <UserRow key={`new ${users.length}`} onSave={save} />
            </tbody>
          </table>
        )}
      </Loaded>
    </div>
  );
}

function UserRow({
  user,
  onSave,
}: {
  user?: User;
  onSave: (user: User, renew: boolean) => Promise<unknown>;
}) {
  const { t } = useLang();
  const [typed, setTyped] = useState<User>(user ?? { id: '', name: '', role: 'clerk', active: true });
  const set = (part: Partial<User>) => setTyped((before) => ({ ...before, ...part }));
  const changed = JSON.stringify(typed) !== JSON.stringify(user);
  const able = typed.id.trim() !== '' && typed.name.trim() !== '';
  return (
    <tr>
      <td>
        {user ? (
          user.id
        ) : (
          <Input
            aria-label={t(w.userId)}
            placeholder={t(w.newUser)}
            maxLength={60}
            value={typed.id}
            onChange={({ target }) => set({ id: target.value.trim() })}
          />
        )}
      </td>
      <td>
        <Input
          aria-label={t(w.name)}
          maxLength={60}
          value={typed.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </td>
      <td>
        <Select
          className="w-list"
          aria-label={t(w.role)}
          value={typed.role}
          onChange={(role) => set({ role })}
          options={roles.options.map((value) => ({ value, label: t(shell[value]) }))}
        />
      </td>
      <td>
        <Checkbox
          aria-label={t(w.active)}
          checked={typed.active}
          onChange={({ target }) => set({ active: target.checked })}
        />
      </td>
      <td>
        <span className="row">
          <Button disabled={!changed || !able} onClick={() => void onSave(typed, false)}>
            {t(w.save)}
          </Button>
          {user ? <Button onClick={() => void onSave(typed, true)}>{t(w.renew)}</Button> : null}
        </span>
      </td>
    </tr>
  );
}
