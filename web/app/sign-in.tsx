import { Button, Input } from 'antd';
import { useState } from 'react';
import { asRefused, type Refused } from '../api/refused.ts';
import { signIn } from '../api/routes.ts';
import { RefusedBox } from '../shared/refused-box.tsx';
import { shell } from '../words/shell.ts';
import { useLang } from './lang.tsx';

/** Who comes from the network says who they are. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const { t, lang, setLang } = useLang();
  const [id, setId] = useState('');
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        setRefused(undefined);
        signIn(id.trim(), password).then(onSignedIn, (error: unknown) => {
          setBusy(false);
          setRefused(asRefused(error));
        });
      }}
    >
      <div className="head">
        <h1>{t(shell.product)}</h1>
        <Button
          size="small"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
        >
          {t(shell.otherLang)}
        </Button>
      </div>
      <label htmlFor="sign-id">{t(shell.login)}</label>
      <Input
        id="sign-id"
        autoFocus
        autoComplete="username"
        value={id}
        onChange={({ target }) => setId(target.value)}
      />
      <label htmlFor="sign-password">{t(shell.password)}</label>
      <Input
        id="sign-password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {refused ? <RefusedBox refused={refused} /> : null}
      <Button htmlType="submit" type="primary" loading={busy} disabled={id.trim() === '' || password === ''}>
        {t(shell.signIn)}
      </Button>
    </form>
  );
}
