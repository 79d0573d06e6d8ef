using System.Security.Claims;
using Core.Requests;
using Service.SignIn;
using Service.SignIn.Entra;

namespace Service.Tests.SignIn.Entra;

public sealed class EntraClaimsTests
{
    private static Actor.Staff? Read(params string[] claims) => EntraClaims.Of(new(new ClaimsIdentity(
        claims.Select(claim => claim.Split('=', 2)).Select(pair => new Claim(pair[0], pair[1])), "test")));

    [Theory]
    [InlineData("ana@district.example", "preferred_username=ana@district.example", "name=Ana Lyst", "upn=other@district.example")]
    [InlineData("ana@district.example", "upn=ana@district.example", "name=Ana Lyst")]
    [InlineData("ana@district.example", "unique_name=ana@district.example")]
    [InlineData("application 7", "azp=7")]
    [InlineData("application 7", "appid=7", "preferred_username= ")]
    [InlineData(null, "name=Ana Lyst", "email=ana@district.example", "sub=1")]
    public void The_name_is_the_one_people_sign_in_with(string? name, params string[] claims) => Read(claims)?.Name.ShouldBe(name);

    [Fact]
    public void Roles_are_those_of_the_registration_spelled_exactly() =>
        Read("upn=ana", "roles=Analyst", "roles=Administrator", "roles=Analyst", "roles=approver", "roles=Owner", "groups=Approver")!
            .Roles.ShouldBe([StaffRole.Analyst, StaffRole.Administrator]);

    [Fact]
    public void Every_sign_in_comes_to_the_same_claims_and_back()
    {
        var staff = Read("upn=ana@district.example", "roles=Analyst", "roles=Approver")!;
        var back = StaffClaims.Of(StaffClaims.Principal(staff, "any")).ShouldNotBeNull();
        (back.Name, back.Roles.Count).ShouldBe((staff.Name, 2));
        back.Roles.ShouldBe(staff.Roles);
        StaffClaims.Of(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "ana"), new(ClaimTypes.Role, "Analyst")]))).ShouldBeNull();
    }

    [Theory]
    [InlineData("/staff/requests/DR-1?x=1", "/staff/requests/DR-1?x=1")]
    [InlineData("/", "/")]
    [InlineData(null, "/staff")]
    [InlineData("", "/staff")]
    [InlineData("//evil.example", "/staff")]
    [InlineData("/\\evil.example", "/staff")]
    [InlineData("https://evil.example", "/staff")]
    [InlineData("/\t/evil.example", "/staff")]
    public void People_are_sent_back_to_our_own_pages_alone(string? asked, string sent) => ReturnAddress.Of(asked).ShouldBe(sent);
}
