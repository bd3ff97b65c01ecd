using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Features.Dossier;
using Mediation.Core.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Mediation.Core;

/// <summary>Everything of this project, for a host that brings a clock, logging and a connection string.</summary>
public static class MediationCore
{
    public static IServiceCollection AddMediation(this IServiceCollection services, Func<IServiceProvider, string> connectionString) => services
        .AddSingleton(provider => Engines.Open(connectionString(provider), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<DatabaseCondition>()))
        .AddSingleton<FileVault>()
        .AddSingleton<ExportVault>()
        .AddSingleton<ErasureRegister>()
        .AddMediationMessages();

    /// <summary>The same without a database of its own: the seeds run on the host's database with another clock.</summary>
    public static IServiceCollection AddMediationMessages(this IServiceCollection services)
    {
        services.AddMediatR(configuration => configuration
            .RegisterServicesFromAssembly(typeof(MediationCore).Assembly)
            .AddOpenBehavior(typeof(TroubleBehavior<,>))
            .AddOpenBehavior(typeof(ValidationBehavior<,>))
            .AddOpenBehavior(typeof(AccessBehavior<,>))
            .AddOpenBehavior(typeof(OverloadBehavior<,>))
            .AddOpenBehavior(typeof(ErasureBehavior<,>))
            .AddOpenBehavior(typeof(TransactionBehavior<,>)));
        // A validator knows a clock at most, and putting its rules together costs more than applying them.
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(typeof(MediationCore).Assembly, includeInternalTypes: true))
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        services.TryAddSingleton(new OverloadSettings());
        services.AddSingleton<Gates>();
        services.AddSingleton<DatabaseCondition>();
        services.AddSingleton<ReferenceData>();
        services.AddSingleton<ReferenceCache>();
        services.AddSingleton<PaperTemplates>();
        foreach (var scoped in typeof(MediationCore).Assembly.GetTypes().Where(IsScopedService))
        {
            services.AddScoped(scoped);
            foreach (var preparation in scoped.GetInterfaces().Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IPreparation<>)))
                services.AddScoped(preparation, provider => provider.GetRequiredService(scoped));
        }
        return services;
    }

    // Stores and their like live one request long and need no interface.
    static bool IsScopedService(Type type) => type.IsDefined(typeof(ScopedAttribute), false);
}
