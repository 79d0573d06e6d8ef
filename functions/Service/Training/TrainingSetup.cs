using Microsoft.Extensions.DependencyInjection;
using Service.Engine;
using Service.Mail;

namespace Service.Training;

/// <summary>Wires the training of the staff.</summary>
internal static class TrainingSetup
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddSingleton<TrainingStore>()
        .AddSingleton<TrainingDesk>()
        .AddSingleton<TrainingReminderLog>()
        .AddSingleton<OfficeMail>()
        .AddSingleton<IOfficeWork, TrainingReminderWork>();
}
