import { Component, type ReactNode } from "react";
import { texts } from "../texts/texts.ts";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly message: string | null;
}

/** A view that fails says so; the rest of the page goes on. */
export class Boundary extends Component<Props, State> {
  override state: State = { message: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ message: error instanceof Error ? error.message : String(error) });
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <p className="fault bar" role="alert">
        {texts.shell.failed(message)}
      </p>
    );
  }
}
