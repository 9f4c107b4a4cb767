import type { ThemeConfig } from 'antd';

/** The colours that Ant Design's parts take; `app/page.css` holds the same for everything else. Every text reaches 4.5 : 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5394',
    colorInfo: '#0b5394',
    colorLink: '#0b5394',
    colorLinkHover: '#073763',
    colorSuccess: '#1b6b3a',
    colorWarning: '#8a5200',
    colorError: '#a8201a',
    colorText: '#1c2430',
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#5b6675',
    colorTextDescription: '#4a5563',
    colorTextPlaceholder: '#636d7a',
    colorTextDisabled: '#6b7480',
    colorBorder: '#b9c1cc',
    colorBorderSecondary: '#dde2e8',
    colorBgLayout: '#f3f5f7',
    borderRadius: 3,
    fontSize: 13,
    controlHeight: 30,
    motion: false,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, "Segoe UI", sans-serif',
  },
  components: {
    Table: { cellPaddingBlock: 7, cellPaddingInline: 10, headerBg: '#eef1f4' },
    Modal: { titleFontSize: 15 },
  },
};
