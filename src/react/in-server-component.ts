// A module of a server component never reaches the page: the tag would stay a text there, and nobody
// would say why.
console.warn(
  'rzp-magic-button: a server component of React imports it, so no page registers the tag. Render ' +
    "RzpMagicButton of rzp-magic-button/react.js, or import it in a file that says 'use client'.",
);
