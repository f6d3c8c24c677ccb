/**
 * What the card's script lends to others that draw in its cards: one copy of Preact, and the smallest parts. The build puts
 * `borrowed.ts` in their place there (build.mjs).
 */
import { createElement } from 'preact';
import { IconButton, TextButton } from '../../ui/Buttons.tsx';
import { useEffect, useId, useRef, useState } from '../../ui/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';

export const LENT = { createElement, useEffect, useId, useRef, useState, Icon, IconButton, TextButton };
