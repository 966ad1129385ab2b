import type {
  AnswerCode,
  ContentCode,
  ErrorCode,
  PayloadCode,
  RouteCode,
  TypeCode,
} from '../../src/runtime/table.ts';
import type { ApiFunction, TypeDefinition, WitType } from '../../src/wit/typed-api.ts';

/** Whether a WIT type is the one of a code, absent or null values included. */
type Agrees = (wit: WitType, code: TypeCode, isOption: boolean) => boolean;

/** Bodies, results and errors of a function that the codec table has otherwise than the WIT. */
export function contentDisagreements(
  { label, parameters, ok, error, route }: ApiFunction,
  types: ReadonlyMap<string, TypeDefinition>,
  agrees: Agrees,
): readonly string[] {
  const compare = comparison(types, agrees);
  return [
    ...(compare.body(parameters, route) ? [] : [`${label}: body`]),
    ...(compare.result(ok, route) ? [] : [`${label}: result`]),
    ...(compare.errors(error, route.errors) ? [] : [`${label}: error`]),
  ];
}

function comparison(types: ReadonlyMap<string, TypeDefinition>, agrees: Agrees) {
  function variantOf(wit: WitType | undefined) {
    const found = wit?.kind === 'named' ? types.get(wit.label) : undefined;
    return found?.kind === 'variant' ? found.cases : [];
  }

  function fieldsOf(wit: WitType | undefined) {
    const found = wit?.kind === 'named' ? types.get(wit.label) : undefined;
    return found?.kind === 'record' ? found.fields : [];
  }

  function payload(wit: WitType, { format, type }: PayloadCode, isOption: boolean): boolean {
    if (type !== undefined) return agrees(wit, type, isOption);
    const inner = isOption && wit.kind === 'option' ? wit.of : wit;
    if (format === 'text') return agrees(inner, 'string', false);
    if (format === 'bytes') return agrees(inner, 'bytes', false);
    const labels = fieldsOf(inner).map((field) => field.label);
    return format === 'content' && labels.join() === 'media-type,data';
  }

  function content(wit: WitType | undefined, code: ContentCode, isOption = false): boolean {
    if (wit === undefined) return false;
    if (!('cases' in code)) return payload(wit, code, isOption);
    const cases = variantOf(isOption && wit.kind === 'option' ? wit.of : wit);
    return (
      cases.length === code.cases.length &&
      code.cases.every(([tag, one], index) => {
        const found = cases[index];
        return found?.label === tag && found.type !== undefined && payload(found.type, one, false);
      })
    );
  }

  function answer(wit: WitType | undefined, code: AnswerCode): boolean {
    const { payload: body, headers } = code;
    if (headers === undefined) {
      return body === undefined ? wit === undefined : content(wit, body);
    }
    const fields = fieldsOf(wit);
    const [first, ...others] = fields;
    const rest = body === undefined ? fields : others;
    return (
      (body === undefined || (first?.label === 'body' && content(first.type, body))) &&
      rest.length === headers.length &&
      headers.every(({ js, type, optional }, index) => {
        const field = rest[index];
        return field?.js === js && agrees(field.type, type, optional === true);
      })
    );
  }

  function success(wit: WitType | undefined, code: AnswerCode & { readonly location?: true }) {
    return code.location ? wit?.kind === 'primitive' && wit.name === 'string' : answer(wit, code);
  }

  return {
    body(parameters: ApiFunction['parameters'], { body, call }: RouteCode): boolean {
      if (body === undefined) return true;
      const given = call === 'record' ? fieldsOf(parameters[0]?.type) : parameters;
      const found = given.find(({ js }) => js === body.js);
      return content(found?.type, body.as, body.optional === true);
    },

    result(wit: WitType | undefined, { ok }: RouteCode): boolean {
      if (ok.kind === 'reply') return fieldsOf(wit).length === 2;
      if (ok.kind === 'one') return success(wit, ok);
      const cases = variantOf(wit);
      return Object.entries(ok.cases).every(
        ([tag, code], index) => cases[index]?.label === tag && success(cases[index].type, code),
      );
    },

    errors(wit: WitType, errors: readonly ErrorCode[]): boolean {
      const cases = variantOf(wit);
      return errors.every((code, index) => {
        const found = cases[index];
        if (found?.label !== code.tag) return false;
        if (code.status !== 'any') return answer(found.type, code);
        const { type } = found;
        if (type?.kind !== 'tuple') return type?.kind === 'primitive' && answer(undefined, code);
        return answer(type.of[1], code);
      });
    },
  };
}
