using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Session;

/// <summary>Makes the first account of an empty database, in the district's centre; sent by the verb create-admin, never over HTTP.</summary>
public sealed record CreateAdmin(string UserName, string PasswordHash, AreaCode District, string OrganisationName) : ICommand<Guid>;

sealed class CreateAdminValidator : AbstractValidator<CreateAdmin>
{
    public CreateAdminValidator()
    {
        RuleFor(c => c.UserName).NotEmpty().MaximumLength(50);
        RuleFor(c => c.District).Must(area => area.Level == AreaLevel.District).WithMessage("Give the 12-digit code of the district.");
    }
}

sealed class CreateAdminHandler(AccountStore accounts, OrganisationStore organisations) : ICommandHandler<CreateAdmin, Guid>
{
    public async Task<Guid> Handle(CreateAdmin command, CancellationToken ct)
    {
        if (await accounts.Any())
            throw new ConflictException("admin.exists", "There are accounts already; an administrator makes further ones.");
        var centre = await organisations.Centre(command.District, Tier.District, ct) ?? await AddCentre(command);
        var id = Guid.CreateVersion7();
        await accounts.Add(id, command.UserName, command.UserName, [Role.SysAdmin], centre.Id, null, command.PasswordHash);
        return id;
    }

    async Task<Organisation> AddCentre(CreateAdmin command)
    {
        var centre = new Organisation
        {
            Id = Guid.CreateVersion7(), Kind = OrganisationKind.GovernanceCenter, Name = command.OrganisationName, ShortName = command.OrganisationName,
            Area = command.District, Tier = Tier.District,
        };
        await organisations.Save(centre, 1);
        return centre;
    }
}
