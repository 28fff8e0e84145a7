import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [
    // The tag is an element and no component of Vue's: without this Vue looks for one, and warns.
    vue({template: {compilerOptions: {isCustomElement: (tag) => tag === 'rzp-magic-button'}}}),
  ],
  // While you write, Vite has the page and the server of ../server the endpoints.
  server: {proxy: {'/checkout': 'http://127.0.0.1:3000'}},
});
