import {
  AdmitToProtocolDocument,
  CommunityListDocument,
  CommunityPageDocument,
  EditorGroupListDocument,
  EditorGroupPageDocument,
  JoinCommunityDocument,
  JoinEditorGroupDocument,
  type JoinEditorGroupInput,
  LabelListDocument,
  LabelPageDocument,
  ProtocolListDocument,
  ProtocolPageDocument,
  PublicationRuleListDocument,
  PublicationRulePageDocument,
  ReadingRoomListDocument,
  ReadingRoomPageDocument,
  RecordKind,
  type SeatInput,
  type Standing,
  type TypedDocumentString,
} from "../../api/generated/graphql";
import community from "../../blocks/community.json";
import editorGroup from "../../blocks/editorGroup.json";
import label from "../../blocks/label.json";
import protocol from "../../blocks/protocol.json";
import publicationRule from "../../blocks/publicationRule.json";
import readingRoom from "../../blocks/readingRoom.json";
import type { Key } from "../../i18n";

export interface Member {
  readonly person: string;
  readonly standing: Standing;
  readonly until?: unknown;
}

/** What the pages of all of these read of a record. */
export interface Permit {
  readonly id: string;
  readonly iri: string;
  readonly slug: string;
  readonly version: number;
  readonly members?: readonly Member[];
}

interface Row {
  readonly iri: string;
  readonly name: string;
  readonly note?: string | null;
}

interface Rows {
  readonly list: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
    readonly nodes: readonly Row[];
  };
}

export type ListQuestion = TypedDocumentString<Rows, { first: number; after: string | null }>;
export type PageQuestion = TypedDocumentString<{ readonly record: Permit | null }, { slug: string }>;
export type SeatChange = TypedDocumentString<{ readonly done: { readonly __typename: string } }, { input: SeatInput | JoinEditorGroupInput }>;

/** One kind of what says who may know what: its words, its questions, and what its page says. */
export interface Register {
  readonly kind: RecordKind;
  readonly thing: Key;
  readonly title: Key;
  readonly list: ListQuestion;
  readonly page: PageQuestion;
  readonly blocks: unknown;
  /** How people come to belong to it, if they do. */
  readonly seat?: SeatChange;
  /** One is in it or not: nobody speaks for the others. */
  readonly isPlain?: true;
}

// Each question gives the same shape under other types.
const questions = (list: unknown, page: unknown): Pick<Register, "list" | "page"> => ({ list: list as ListQuestion, page: page as PageQuestion });

/** By the first step of their addresses. */
export const REGISTERS: Record<string, Register> = {
  communities: { kind: RecordKind.Community, thing: "thing.community", title: "nav.communities", ...questions(CommunityListDocument, CommunityPageDocument), blocks: community, seat: JoinCommunityDocument as unknown as SeatChange },
  protocols: { kind: RecordKind.Protocol, thing: "thing.protocol", title: "nav.protocols", ...questions(ProtocolListDocument, ProtocolPageDocument), blocks: protocol, seat: AdmitToProtocolDocument as unknown as SeatChange },
  labels: { kind: RecordKind.Label, thing: "thing.label", title: "nav.labels", ...questions(LabelListDocument, LabelPageDocument), blocks: label },
  "reading-rooms": { kind: RecordKind.ReadingRoom, thing: "thing.readingRoom", title: "nav.readingRooms", ...questions(ReadingRoomListDocument, ReadingRoomPageDocument), blocks: readingRoom },
  "editor-groups": { kind: RecordKind.EditorGroup, thing: "thing.editorGroup", title: "nav.editorGroups", ...questions(EditorGroupListDocument, EditorGroupPageDocument), blocks: editorGroup, seat: JoinEditorGroupDocument as unknown as SeatChange, isPlain: true },
  "publication-rules": { kind: RecordKind.PublicationRule, thing: "thing.publicationRule", title: "nav.publicationRules", ...questions(PublicationRuleListDocument, PublicationRulePageDocument), blocks: publicationRule },
};
