using CityRenewal.Geo.Service.Access.Keys;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Access;

public class KeysTests
{
    [Fact]
    public void Only_a_salted_hash_of_a_key_is_stored_and_only_its_owner_reads_the_file()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        var text = staff.Add("tool", "reader");

        var stored = File.ReadAllText(staff.File);

        Assert.DoesNotContain(text.Split('_')[2], stored, StringComparison.Ordinal);
        Assert.Equal(5, new KeyFile(staff.File).Read().Select(key => key.Salt).Distinct().Count());
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(staff.File) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_key_that_is_revoked_is_refused_from_the_next_call_on_and_one_that_is_added_taken()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        var key = staff.Add("tool", "reader");

        Assert.Equal(StatusCode.OK, await ListAsync(service, key));
        new KeyFile(staff.File).Revoke("tool");
        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, key));
    }

    [Fact]
    public async Task A_key_ends_when_it_says_so_whatever_the_clock_did_before()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        var clock = new SetClock();
        var key = new KeyFile(staff.File).Add("week", "reader", [], (clock.GetUtcNow(), clock.GetUtcNow().AddDays(7))).Text;
        await using var service = await StartedService.OnAsync(options => staff.On(options) with { Clock = clock }, folder);

        Assert.Equal(StatusCode.OK, await ListAsync(service, key));
        clock.Off = TimeSpan.FromDays(8);
        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, key));
        clock.Off = TimeSpan.FromDays(-400);
        Assert.Equal(StatusCode.OK, await ListAsync(service, key));
    }

    [Fact]
    public async Task What_is_nearly_a_key_is_none()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        var key = staff.Keys[Role.Reader];
        string[] wrong = [key[..^1], key + "A", key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), "crk_000000000000" + key[16..], key.ToUpperInvariant(), "crk_", "' OR 1=1 --", new string('x', 5000)];

        foreach (var text in wrong)
        {
            Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, text));
        }
    }

    [Fact]
    public async Task A_file_of_keys_that_was_spoilt_opens_to_nobody()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        Assert.Equal(StatusCode.OK, await ListAsync(service, staff.Keys[Role.Reader]));

        File.WriteAllText(staff.File, "{ spoilt");

        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, staff.Keys[Role.Reader]));
        Assert.Throws<StoreException>(() => new KeyFile(staff.File).Read());
    }

    private static async Task<StatusCode> ListAsync(StartedService service, string key)
    {
        using var channel = service.ChannelFor(key);
        return (await RawCalls.CallAsync(
            channel.CreateCallInvoker(), Plans.Descriptor.FindMethodByName("ListPlans"), Google.Protobuf.MessageExtensions.ToByteArray(new ListPlansRequest { Parent = "cities/sample" }))).StatusCode;
    }
}
