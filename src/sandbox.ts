export {createSandbox} from './sandbox/create-sandbox.js';
export type {Sandbox, SandboxSettings} from './sandbox/create-sandbox.js';
