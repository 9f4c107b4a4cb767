import { Component, type ReactNode } from 'react';
import { asRefused } from '../api/refused.ts';
import { RefusedBox } from '../shared/refused-box.tsx';

/** A page that fails says so in its place; the others stay usable. */
export class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div className="pad">
        <RefusedBox refused={asRefused(this.state.error)} onRetry={() => location.reload()} />
      </div>
    );
  }
}
