import type { Section } from './case.ts';

export const operations: Section = {
  title: 'Operations',
  text: 'An operation is a function, in the interface of its tag. It returns a `result`: what it answers when all goes well, or an error that the document describes.',
  cases: [
    {
      title: 'Parameters, answer and errors',
      why: 'Parameters are arguments, those of the path first; more than six arguments are one record. Each status is a case, so a service can not answer what the document does not know. `other` is for what happens anyway.',
      paths: `
/orders/{id}:
  get:
    tags: [orders]
    operationId: getOrder
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: fields, in: query, schema: { type: array, items: { type: string } } }
    responses:
      '200': { description: The order, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      '404': { description: No such order }
      default: { description: Any other problem, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }`,
      components: `
Order: { type: object, required: [id], properties: { id: { type: string } } }
Problem: { type: object, properties: { detail: { type: string } } }`,
    },
    {
      title: 'Without tags and names',
      why: 'Operations are divided by the first segment of their path that says something, and named after method and path.',
      paths: `
/v1/invoices/{number}/lines:
  get:
    parameters: [{ name: number, in: path, required: true, schema: { type: integer } }]
    responses:
      '200': { description: '', content: { application/json: { schema: { type: array, items: { type: string } } } } }`,
    },
    {
      title: 'Many parameters',
      why: 'More than six arguments in a row are read by nobody: they are a record.',
      paths: `
/search:
  get:
    tags: [search]
    operationId: search
    parameters:
      - { name: q, in: query, required: true, schema: { type: string } }
      - { name: from, in: query, schema: { type: string, format: date } }
      - { name: to, in: query, schema: { type: string, format: date } }
      - { name: sort, in: query, schema: { type: string, enum: [new, old] } }
      - { name: limit, in: query, schema: { type: integer, format: int32, maximum: 100 } }
      - { name: offset, in: query, schema: { type: integer, format: int32 } }
      - { name: X-Trace, in: header, schema: { type: string } }
    responses:
      '204': { description: Nothing found }`,
    },
    {
      title: 'Several successes, and none',
      why: 'Several are a variant. When the document names no success at all, the function says status and body itself.',
      paths: `
/jobs:
  post:
    tags: [jobs]
    operationId: startJob
    responses:
      '200': { description: Done, content: { application/json: { schema: { type: string } } } }
      '202': { description: Started }
  delete:
    tags: [jobs]
    operationId: stopJobs
    responses:
      '409': { description: They can not be stopped }`,
    },
    {
      title: 'Response headers',
      why: 'A documented header is part of the answer, beside the body.',
      paths: `
/orders:
  get:
    tags: [orders]
    operationId: listOrders
    responses:
      '200':
        description: A page of orders
        headers:
          X-Total-Count: { required: true, schema: { type: integer, format: int32 } }
          Link: { description: The next page, schema: { type: string } }
        content: { application/json: { schema: { type: array, items: { type: string } } } }`,
    },
    {
      title: 'Several media types of a body',
      why: 'Media types that come to the same type are one argument: the adapter reads each. Different types are a variant.',
      paths: `
/notes:
  post:
    tags: [notes]
    operationId: addNote
    requestBody:
      required: true
      content:
        application/json: { schema: { $ref: '#/components/schemas/Note' } }
        application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Note' } }
        text/plain: { schema: { type: string } }
    responses:
      '201': { description: Added }`,
      components: `
Note: { type: object, required: [text], properties: { text: { type: string } } }`,
    },
    {
      title: 'Forms',
      why: 'A url-encoded form is a record like any other; an object in it is read as JSON, a list as repeated fields, unless the document says otherwise.',
      paths: `
/login:
  post:
    tags: [session]
    operationId: logIn
    requestBody:
      required: true
      content:
        application/x-www-form-urlencoded:
          schema:
            type: object
            required: [user]
            properties:
              user: { type: string }
              remember: { type: boolean }
              scope: { type: array, items: { type: string } }
    responses:
      '204': { description: Logged in }`,
    },
    {
      title: 'Multipart',
      why: 'A form is a record. A file brings its name and its type along.',
      paths: `
/photos:
  post:
    tags: [photos]
    operationId: addPhoto
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            required: [photo]
            properties:
              photo: { type: string, format: binary }
              title: { type: string }
    responses:
      '201': { description: Added }`,
    },
    {
      title: 'Bytes of several types',
      why: 'What is not text and has no schema is bytes; where several types are possible, the value says which it is.',
      paths: `
/avatar:
  get:
    tags: [avatar]
    operationId: getAvatar
    responses:
      '200':
        description: The picture
        content:
          image/png: { schema: { type: string, format: binary } }
          image/jpeg: { schema: { type: string, format: binary } }`,
    },
    {
      title: 'Redirects',
      why: 'Where to is all that a redirect says.',
      paths: `
/latest:
  get:
    tags: [releases]
    operationId: latestRelease
    responses:
      '302': { description: The latest release }`,
    },
  ],
};
