import '../api/no-eval.ts';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { LangProvider, useLang } from './lang.tsx';
import './page.css';
import { Session } from './session.tsx';
import { Shell } from './shell.tsx';
import { theme } from './theme.ts';

/** The server lets styles in by this word only. */
const nonce =
  [...document.querySelectorAll<HTMLMetaElement>('meta[name="csp-nonce"]')]
    .map(({ content, nonce }) => content || nonce)
    .find(Boolean) ?? '';

/** What lies over the page is not hung into the body itself: Ant Design would then lock its scrolling by a style without the word. */
const over = () => document.getElementById('over') ?? document.body;

function Page() {
  const { lang } = useLang();
  return (
    <ConfigProvider
      locale={lang === 'zh' ? zhCN : enUS}
      theme={theme}
      csp={{ nonce }}
      getPopupContainer={over}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false} message={{ duration: 6, maxCount: 3 }}>
        <Session>
          <Shell />
        </Session>
      </AntApp>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <LangProvider>
      <Page />
    </LangProvider>,
  );
