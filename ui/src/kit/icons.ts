// Every icon of the window, by what it means. One icon has one meaning; deep imports, since the barrel costs ten seconds
// of build. A new meaning is one line here.

import type { Component } from 'svelte';
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import AtSign from '@lucide/svelte/icons/at-sign';
import Ban from '@lucide/svelte/icons/ban';
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Clock from '@lucide/svelte/icons/clock';
import CloudOff from '@lucide/svelte/icons/cloud-off';
import Contrast from '@lucide/svelte/icons/contrast';
import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Eye from '@lucide/svelte/icons/eye';
import File from '@lucide/svelte/icons/file';
import FileImage from '@lucide/svelte/icons/file-image';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Globe from '@lucide/svelte/icons/globe';
import Image from '@lucide/svelte/icons/image';
import Info from '@lucide/svelte/icons/info';
import KeyRound from '@lucide/svelte/icons/key-round';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import List from '@lucide/svelte/icons/list';
import ListFilter from '@lucide/svelte/icons/list-filter';
import LoaderCircle from '@lucide/svelte/icons/loader-circle';
import Lock from '@lucide/svelte/icons/lock';
import Mail from '@lucide/svelte/icons/mail';
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark';
import Moon from '@lucide/svelte/icons/moon';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import Phone from '@lucide/svelte/icons/phone';
import Play from '@lucide/svelte/icons/play';
import Plus from '@lucide/svelte/icons/plus';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import Repeat from '@lucide/svelte/icons/repeat-2';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Search from '@lucide/svelte/icons/search';
import Send from '@lucide/svelte/icons/send';
import Server from '@lucide/svelte/icons/server';
import Settings from '@lucide/svelte/icons/settings-2';
import Shield from '@lucide/svelte/icons/shield';
import ShieldAlert from '@lucide/svelte/icons/shield-alert';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import ShieldMinus from '@lucide/svelte/icons/shield-minus';
import Sun from '@lucide/svelte/icons/sun';
import Tag from '@lucide/svelte/icons/tag';
import TextAlignStart from '@lucide/svelte/icons/text-align-start';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo from '@lucide/svelte/icons/undo-2';
import Upload from '@lucide/svelte/icons/upload';
import User from '@lucide/svelte/icons/user';
import Unsure from './IconUnsure.svelte';

/** Icons by meaning. */
export const icons = {
  add: Plus,
  advice: Lightbulb,
  again: RotateCcw,
  alert: CircleAlert,
  back: ChevronLeft,
  brand: Tag,
  busy: LoaderCircle,
  calendar: CalendarPlus,
  cancelled: Ban,
  cases: List,
  check: Check,
  copy: Copy,
  dark: Moon,
  done: CircleCheck,
  down: ChevronDown,
  download: Download,
  email: AtSign,
  evidence: Paperclip,
  file: File,
  filters: ListFilter,
  folder: FolderOpen,
  globe: Globe,
  half: Contrast,
  help: CircleQuestionMark,
  image: Image,
  in_force: ShieldAlert,
  in_review: ShieldMinus,
  info: Info,
  key: KeyRound,
  lifted: ShieldCheck,
  light: Sun,
  lock: Lock,
  loop: Repeat,
  mail: Mail,
  move_down: ArrowDown,
  move_up: ArrowUp,
  note: TextAlignStart,
  offline: CloudOff,
  open: ExternalLink,
  outbox: Upload,
  paste: ClipboardPaste,
  pencil: Pencil,
  phone: Phone,
  picture: FileImage,
  play: Play,
  practice: FlaskConical,
  question: MessageCircleQuestionMark,
  receipt: ReceiptText,
  refresh: RefreshCw,
  refused: CircleX,
  right: ChevronRight,
  search: Search,
  send: Send,
  server: Server,
  settings: Settings,
  sheet: FileSpreadsheet,
  shield: Shield,
  text: FileText,
  undo: Undo,
  unsure: Unsure,
  up: ChevronUp,
  upload: Upload,
  user: User,
  view: Eye,
  waiting: Clock,
  warning: TriangleAlert,
} satisfies Record<string, Component<never>>;

/** What an icon means. */
export type IconName = keyof typeof icons;
