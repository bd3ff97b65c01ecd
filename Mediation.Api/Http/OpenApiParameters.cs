using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Core.Domain.Papers;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>The words in URLs: one sentence and one form each, wherever they occur.</summary>
static class OpenApiParameters
{
    public const string AreaPattern = "^[1-9][0-9]{11}$";

    static readonly Dictionary<string, string> Sentences = new()
    {
        ["disputeId"] = "The dispute; a new one's id is chosen by the client, a UUID of version 7 where it can.",
        ["groupId"] = "The group, from the `groups` of its dispute.",
        ["strokeId"] = "The drawing, from the `strokes` of its dispute.",
        ["state"] = "What became of it.",
        ["year"] = "The year, `yyyy`; default this one.",
        ["handoverId"] = "The handover, from the `handovers` of its dispute.",
        ["accountId"] = "The account; a new one's id is chosen by the client.",
        ["uploadId"] = "The upload, from the `Location` of its announcement.",
        ["attachmentId"] = "The file, from the `attachments` of its dispute.",
        ["sampleId"] = "The draw; it bears the id of the command that drew it.",
        ["caseId"] = "The mediation case; default the last one of one's own committee.",
        ["reason"] = "Why it is taken away; it is logged.",
        ["on"] = "As of this day; default today.",
        ["id"] = "A new one's id is chosen by the client, a UUID of version 7 where it can.",
        ["under"] = "Only what lies in this area: a code of 12 digits.",
        ["area"] = "The area that is reported on; default the area of the signed-in person.",
        ["code"] = "A code of 12 digits.",
        ["month"] = "A month in Asia/Shanghai, `yyyy-MM`.",
        ["tier"] = "The tier that answers.",
        ["status"] = "The status of the dispute.",
        ["type"] = "The type of dispute.",
        ["risk"] = "The risk level.",
        ["overdue"] = "true: past a limit; false: within all of them.",
        ["holder"] = "The organisation whose turn it is.",
        ["q"] = "A part of the text, of at least two characters.",
        ["from"] = "Of this day or later.",
        ["to"] = "Of this day or earlier.",
        ["sort"] = "The order of the list.",
        ["replaced"] = "true: also those in whose place another stands.",
        ["outcome"] = "Those that ended so.",
        ["open"] = "true: only what has not ended.",
        ["source"] = "How it came.",
        ["week"] = "A day of the week; default today.",
        ["campaign"] = "The campaign whose rounds or returns are asked for.",
        ["book"] = "The book: prominent disputes, or stability.",
        ["ledger"] = "Only this ledger; default both.",
        ["without"] = "Only those that lack this.",
        ["incomplete"] = "true: only those that lack leader, unit or person.",
        ["cleared"] = "true: those that were removed from the ledger, in place of those that stand on it.",
        ["cancelled"] = "true: also those that were taken back.",
        ["unanswered"] = "true: only those without a reply.",
        ["late"] = "true: only those whose day has passed without a reply.",
        ["answered"] = "true: only those with a reply.",
        ["row"] = "The number of the row in the table, 1 to 52; 3, 5 and 51 are rates and have no disputes of their own.",
        ["column"] = "The column of the table.",
        ["version"] = "The name of the version.",
        ["check"] = "true: only try whether it would be taken.",
        ["deviceId"] = "The tablet; its id is made by its client once and kept.",
        ["lateId"] = "The late submission; it bears the id of its command.",
        ["after"] = "`next` of the pull before; none for the first.",
        ["mine"] = "true: what one sent oneself; default what came for one's desk.",
        ["X-Device"] = "The tablet that asks; counts as a contact of it.",
        ["cursor"] = "`next` of the page before.",
        ["limit"] = "How many at most: 1 to 200, default 50.",
        ["flag"] = "Why it stands in the queue; default all of it.",
        ["level"] = "Areas of this level only.",
        ["at"] = "As of this day; default today.",
        ["day"] = "A day in Asia/Shanghai, `yyyy-MM-dd`.",
        ["kind"] = "Of this kind only.",
        ["dispute"] = "What concerns this dispute only.",
        ["available"] = "true: in office today and below capacity.",
        ["paper"] = "The kind of paper, a word of `PaperKind` in `/api/reference`.",
        ["item"] = "Which one, from 1, where several exist: session, investigation, agent, performance, follow-up; none is an empty form.",
        ["start"] = "The day after which the limit begins.",
        ["amount"] = "How many of the unit.",
        ["unit"] = "Workdays, days, months or years.",
        ["units"] = "The kind of unit that is scored: Town or Village.",
        ["grade"] = "Of this grade only.",
        ["indicator"] = "Which indicator.",
        ["period"] = "A month, quarter, half-year or year: 2026-11, 2026-Q4, 2026-H2, 2026.",
        ["correction"] = "true: what arrived late for months that are sealed.",
        ["by"] = "What the matters are divided by; default the type.",
        ["on ShareDay"] = "The day that counts: that of the event or, by default, that of the registration.",
    };

    static readonly Dictionary<string, string> Examples = new()
    {
        ["disputeId"] = "019a0000-0000-7000-8000-0000000000d1", ["handoverId"] = "019a0000-0000-7000-8000-0000000000a1",
        ["deviceId"] = "019a0000-0000-7000-8000-0000000000de",
        ["groupId"] = "019a0000-0000-7000-8000-0000000000e1",
        ["accountId"] = "019a0000-0000-7000-8000-0000000000aa", ["id"] = "01941f64-1400-71cd-8284-407fb76a7f4e",
        ["code"] = "340803100204", ["month"] = "2026-11", ["paper"] = "WrittenAgreement", ["caseId"] = "019a0000-0000-7000-8000-0000000000c1",
        ["item"] = "1", ["start"] = "2026-11-16", ["amount"] = "7", ["row"] = "1", ["version"] = "2026.1",
        ["unit"] = "workday", ["period"] = "2026-11", ["book"] = "Prominent", ["units"] = "Town",
    };

    public static void Describe(OpenApiOperation operation, ApiDescription description)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            var type = description.ParameterDescriptions.FirstOrDefault(p => p.Name == parameter.Name)?.ParameterDescriptor?.ParameterType;
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            // A word that means something else in one place stands there with the kind of its value.
            var kind = type is { IsGenericType: true } ? type.GenericTypeArguments[0].Name : "";
            parameter.Description = Sentences.GetValueOrDefault($"{parameter.Name} {kind}") ?? Sentences.GetValueOrDefault(parameter.Name);
            if (Examples.GetValueOrDefault(parameter.Name) is { } example)
                parameter.Example = example;
            // Without a period these answer for the latest, or for the present year.
            if (parameter.Name is "period" && operation.OperationId is "ListScores" or "ListTrainingHours")
                continue;
            if (parameter.Name is "start" or "amount" or "unit" or "reason" or "row" or "column" or "period" or "indicator")
                parameter.Required = true;
            if (parameter.Schema is OpenApiSchema schema)
                Shape(schema, parameter.Name, type);
        }
    }

    public static void AddCsrf(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = "X-CSRF", In = ParameterLocation.Header, Required = true, Example = "1", Description = "No cross-site form can send a header of its own.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["1"] },
    });

    public static void AddDevice(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = DeviceContact.Header, In = ParameterLocation.Header, Example = Examples["deviceId"], Description = Sentences[DeviceContact.Header],
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
    });

    static void Shape(OpenApiSchema schema, string name, Type? type)
    {
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(QueryWord<>))
            schema.Enum = [.. Enum.GetNames(type.GenericTypeArguments[0]).Select(word => (JsonNode)word)];
        else if (name is "under" or "area" or "code")
            schema.Pattern = AreaPattern;
        else if (name is "month")
            schema.Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";
        else if (name is "paper")
            schema.Enum = [.. Enum.GetNames<PaperKind>().Select(word => (JsonNode)word)];
        else if (name is "item")
            (schema.Type, schema.Format, schema.Minimum, schema.Maximum) = (JsonSchemaType.Integer, "int32", "1", "10000");
        else if (name is "row")
            (schema.Type, schema.Format, schema.Minimum, schema.Maximum) = (JsonSchemaType.Integer, "int32", "1", "52");
        else if (name is "start" or "at" or "on" or "week")
            schema.Format = "date";
        else if (name is "q")
            schema.MinLength = 2;
        else if (name is "limit")
            Limit(schema);
    }

    static void Limit(OpenApiSchema schema)
    {
        (schema.Type, schema.Format) = (JsonSchemaType.Integer, "int32");
        (schema.Minimum, schema.Maximum, schema.Default) = ("1", "200", 50);
    }
}
