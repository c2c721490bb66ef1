import { render } from 'preact';
import { Desk } from './app.tsx';

const root = document.getElementById('desk');
if (root) render(<Desk />, root);
