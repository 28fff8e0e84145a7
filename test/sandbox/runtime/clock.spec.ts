import {expect, test} from '@playwright/test';
import {Clock} from '../../../src/sandbox/runtime/clock.js';

const settled = () => Promise.resolve();

test('does what falls due in its order, at its time, when it is moved past it', async () => {
  const clock = new Clock();
  const began = clock.now();
  const done: [name: string, seconds: number][] = [];
  const at = (seconds: number, name: string) =>
    clock.after(seconds, () => done.push([name, Math.round((clock.now() - began) / 1_000)]));
  at(60, 'late');
  at(10, 'early');
  at(3_600, 'never');

  await clock.advance(60, settled);

  expect(done).toEqual([
    ['early', 10],
    ['late', 60],
  ]);
  expect(Math.round((clock.now() - began) / 1_000)).toBe(60);
  clock.stop();
});

test('does what a job adds, if it falls due in the same time', async () => {
  const clock = new Clock();
  const done: string[] = [];
  clock.after(10, () => {
    done.push('first');
    clock.after(10, () => done.push('retry'));
    clock.after(60, () => done.push('too late'));
  });

  await clock.advance(30, settled);

  expect(done).toEqual(['first', 'retry']);
  clock.stop();
});

test('does what falls due by itself, without being moved', async () => {
  const clock = new Clock();
  await new Promise<void>((resolve) => clock.after(0.01, resolve));
  clock.stop();
});

test('does nothing once it is stopped', async () => {
  const clock = new Clock();
  const done: string[] = [];
  clock.after(10, () => done.push('job'));
  clock.stop();
  await clock.advance(60, settled);
  expect(done).toEqual([]);
});
