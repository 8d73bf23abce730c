import type { Key } from "../../i18n";

/** A query to begin with. Checked against the schema in explorer.test.ts. */
export interface Example {
  readonly name: Key;
  readonly query: string;
  readonly variables: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "explorer.example.items",
    query: `query Recordings($first: Int, $filter: ItemFilter) {
  items(first: $first, filter: $filter, order: RECORDED) {
    totalCount
    nodes {
      code
      title
      collection { title }
      place { name }
      audio { url mimeType }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: `{
  "first": 5,
  "filter": { "hasSound": true }
}`,
  },
  {
    name: "explorer.example.results",
    query: `# What was measured, and by what.
query Measured {
  items(first: 5, filter: { hasSound: true }) {
    nodes {
      title
      results(first: 20) { processor version name value unit }
    }
  }
}`,
    variables: "",
  },
  {
    name: "explorer.example.search",
    query: `query Find($words: String!) {
  search(query: $words, first: 10) {
    totalCount
    nodes {
      score
      node {
        __typename
        ... on Item { code title iri }
        ... on Collection { collectionCode: code title iri }
      }
    }
  }
}`,
    variables: `{
  "words": "trompe"
}`,
  },
  {
    name: "explorer.example.places",
    query: `query Places {
  places(first: 20) {
    nodes {
      name
      iri
      path { name }
      itemCount
    }
  }
}`,
    variables: "",
  },
  {
    name: "explorer.example.changes",
    query: `# A stream: it goes on until you stop it.
subscription Changes {
  archiveChanges {
    at
    change
    kind
    record { iri }
  }
}`,
    variables: "",
  },
];
