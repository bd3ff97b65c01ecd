using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Every template with its origin, and every placeholder that a template may use.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListTemplates : IQuery<TemplateList>;

public sealed record TemplateList(IReadOnlyList<TemplateItem> Templates, IReadOnlyList<PlaceholderItem> Placeholders);

/// <summary>Office: a file of the office's own folder takes the place of the one that comes with the program.</summary>
public sealed record TemplateItem(PaperKind Kind, bool Office);

/// <summary>A placeholder by its two names, the list in whose items it stands, and what it is.</summary>
public sealed record PlaceholderItem(string Name, string Chinese, PaperFieldKind Kind, string? In, string Meaning);

/// <summary>Tries a template without keeping it: an unknown placeholder is refused by its name.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record CheckTemplate(string Kind, byte[] Docx) : IQuery<TemplateCheck>;

/// <summary>The template can be used; its placeholders by their Chinese names, in the order of the paper.</summary>
public sealed record TemplateCheck(PaperKind Kind, IReadOnlyList<string> Placeholders);

sealed class CheckTemplateValidator : AbstractValidator<CheckTemplate>
{
    public CheckTemplateValidator() => RuleFor(q => q.Docx).NotEmpty();
}

sealed class ListTemplatesHandler(PaperTemplates templates) : IQueryHandler<ListTemplates, TemplateList>
{
    public Task<TemplateList> Handle(ListTemplates query, CancellationToken ct) => Task.FromResult(new TemplateList(
        [.. Enum.GetValues<PaperKind>().Select(kind => new TemplateItem(kind, templates.IsOffices(kind)))],
        [.. PaperVocabulary.All.Select(field => new PlaceholderItem(field.Name, field.Chinese, field.Kind, field.Of, field.Meaning))]));
}

sealed class CheckTemplateHandler : IQueryHandler<CheckTemplate, TemplateCheck>
{
    public Task<TemplateCheck> Handle(CheckTemplate query, CancellationToken ct) =>
        Task.FromResult(new TemplateCheck(PaperSight.Kind(query.Kind), PaperTemplate.Read(query.Docx).Placeholders));
}
