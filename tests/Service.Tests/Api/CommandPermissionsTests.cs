using Core.Requests;
using Service.Api.Commands;
using Service.Roles;

namespace Service.Tests.Api;

public sealed class CommandPermissionsTests
{
    private static readonly Type[] NotOfTheStaff =
    [
        typeof(RequestCommand.Submit), typeof(RequestCommand.Answer), typeof(RequestCommand.DecideFee), typeof(RequestCommand.SignNda),
        typeof(RequestCommand.HandInDocument), typeof(RequestCommand.Withdraw), typeof(RequestCommand.AttestDestruction),
        typeof(RequestCommand.Download), typeof(RequestCommand.SendDownloadCode), typeof(RequestCommand.PassTime), typeof(RequestCommand.ApplyCalendar),
    ];

    [Fact]
    public void Every_command_of_the_staff_has_its_row_and_can_be_sent()
    {
        var ofTheStaff = typeof(RequestCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RequestCommand))).Except(NotOfTheStaff).ToList();
        CommandPermissions.Table.Keys.ShouldBe(ofTheStaff, ignoreOrder: true);
        // A file is uploaded, not sent as a command.
        StaffCommandBody.Types.Values.Select(row => row.Command).ShouldBe(ofTheStaff.Except(
            [typeof(RequestCommand.QuarantineFile), typeof(RequestCommand.AbandonFile), typeof(RequestCommand.AddDeliverable)]), ignoreOrder: true);
    }
}
