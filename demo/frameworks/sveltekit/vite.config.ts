import adapter from '@sveltejs/adapter-node';
import {sveltekit} from '@sveltejs/kit/vite';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Razorpay brings shoppers back by a form of its own, which SvelteKit would refuse: that is the
      // endpoint `callback`, which believes nothing but a signature.
      csrf: {trustedOrigins: ['https://api.razorpay.com']},
    }),
  ],
});
