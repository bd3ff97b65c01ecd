using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Features.Mediators;

/// <summary>What a file says of a known mediator: a column that it does not have changes nothing, and it never touches status or deputy.</summary>
static class MediatorImportMerge
{
    public static MediatorFields Of(MediatorFields file, Mediator? known, Func<string, bool> has) => file with
    {
        Gender = has("gender") ? file.Gender : known?.Gender,
        Employment = (has("employment") ? file.Employment : known?.Employment) ?? Employment.PartTime,
        Grade = has("grade") ? file.Grade : known?.Grade,
        CertificateNumber = has("certificateNumber") ? file.CertificateNumber : known?.CertificateNumber,
        CertificateFrom = has("certificateFrom") ? file.CertificateFrom : known?.CertificateFrom,
        CertificateTo = has("certificateTo") ? file.CertificateTo : known?.CertificateTo,
        TermFrom = has("termFrom") ? file.TermFrom : known?.TermFrom,
        TermTo = has("termTo") ? file.TermTo : known?.TermTo,
        Expertise = has("expertise") ? file.Expertise : known?.Expertise,
        Languages = has("languages") ? file.Languages : known?.Languages,
        Capacity = has("capacity") ? file.Capacity : known?.Capacity,
        TrainingHours = has("trainingHours") ? file.TrainingHours : known?.TrainingHours,
        Deputy = known?.Deputy,
    };
}
