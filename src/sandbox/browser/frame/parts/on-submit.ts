/** A listener for `submit` that keeps the document and does the work. */
export const onSubmit =
  (act: () => unknown) =>
  (event: Event): void => {
    event.preventDefault();
    void act();
  };
