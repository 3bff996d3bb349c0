using System.IO.Compression;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Offices.Backups;
using Google.LongRunning;

namespace CityRenewal.Geo.Service.Tests.Operating;

/// <summary>An office is backed up while its service works, and restored whole.</summary>
public class BackupTests
{
    private static readonly Dictionary<string, string> Cities = new() { ["sample"] = StartedService.CityFileName };

    [Fact]
    public async Task An_office_that_is_worked_on_is_backed_up_and_the_restored_one_gives_the_same_plans()
    {
        var folder = StartedService.NewFolder();
        var (backup, restored) = (Path.Combine(folder, "b.zip"), Path.Combine(folder, "restored"));
        var told = new List<Plan>();
        await using (var service = await StartedService.OnAsync())
        {
            var plans = new Plans.PlansClient(service.Channel);
            await ProposeAsync(service, "first");
            told.Add(await plans.GetPlanAsync(new GetPlanRequest { Name = "cities/sample/plans/first" }));
            using var stop = new CancellationTokenSource();
            var busy = ChangeAsync(plans, stop.Token);
            var counts = OfficeBackup.Write(Path.Combine(service.Folder, "office"), Cities, backup, DateTimeOffset.UtcNow);
            await stop.CancelAsync();
            await busy;
            Assert.Equal((1, true), (counts.Cities, counts.Plans >= 1));
        }

        OfficeRestore.Read(backup, restored);
        await using var again = await StartedService.OnAsync(options => options with { Store = restored, Cities = new Dictionary<string, string>() });
        var client = new Plans.PlansClient(again.Channel);
        var plan = await client.GetPlanAsync(new GetPlanRequest { Name = told[0].Name });

        Assert.Equal(told[0].Areas, plan.Areas);
        Assert.Equal(told[0].DataVersion, plan.DataVersion);
        Assert.False(plan.IsStale);
        foreach (var listed in (await client.ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" })).Plans)
        {
            Assert.Equal(listed.Etag, (await client.GetPlanAsync(new GetPlanRequest { Name = listed.Name })).Etag);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_damaged_back_up_is_refused_wherever_it_is_damaged_and_leaves_nothing()
    {
        var folder = StartedService.NewFolder();
        var (backup, target) = (Path.Combine(folder, "b.zip"), Path.Combine(folder, "office"));
        await using (var service = await StartedService.OnAsync())
        {
            await ProposeAsync(service, "first");
            OfficeBackup.Write(Path.Combine(service.Folder, "office"), Cities, backup, DateTimeOffset.UtcNow);
        }

        var whole = File.ReadAllBytes(backup);
        for (var at = 100; at < whole.Length; at += whole.Length / 40)
        {
            byte[] bent = [.. whole];
            bent[at] ^= 0x5a;
            File.WriteAllBytes(backup, bent);
            RequireRefusedOrSame(backup, target);
            File.WriteAllBytes(backup, whole[..at]);
            Assert.Throws<StoreException>(() => OfficeRestore.Read(backup, target));
            Assert.False(Directory.Exists(target));
        }

        Smuggle(backup, whole);
        Assert.Throws<StoreException>(() => OfficeRestore.Read(backup, target));
        Assert.Equal([backup], Directory.EnumerateFileSystemEntries(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_is_no_office_is_not_backed_up_and_no_folder_is_written_over()
    {
        var folder = StartedService.NewFolder();

        Assert.Throws<StoreException>(() => OfficeBackup.Write(folder, new Dictionary<string, string>(), Path.Combine(folder, "b.zip"), DateTimeOffset.UtcNow));
        File.WriteAllText(Path.Combine(folder, "mine"), "");
        Assert.Throws<StoreException>(() => OfficeRestore.Read(Path.Combine(folder, "b.zip"), folder));
        Assert.Equal(["mine"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        Directory.Delete(folder, recursive: true);
    }

    // Some bytes of a zip mean nothing: bending one of those must give the very same office.
    private static void RequireRefusedOrSame(string backup, string target)
    {
        try
        {
            Assert.Equal((1, 1), OfficeRestore.Read(backup, target));
            Directory.Delete(target, recursive: true);
        }
        catch (StoreException)
        {
            Assert.False(Directory.Exists(target));
        }
    }

    private static void Smuggle(string backup, byte[] whole)
    {
        File.WriteAllBytes(backup, whole);
        using var zip = ZipFile.Open(backup, ZipArchiveMode.Update);
        using var entry = new StreamWriter(zip.CreateEntry("../../outside.txt").Open());
        entry.Write("x");
    }

    private static async Task ChangeAsync(Plans.PlansClient plans, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var plan = await plans.GetPlanAsync(new GetPlanRequest { Name = "cities/sample/plans/first" }, cancellationToken: default);
            var drawn = new CreatePlanRequest { Parent = "cities/sample", PlanId = $"hand-{i}" };
            drawn.Areas.Add(new DrawnArea { Id = "a", Parcels = { plan.Areas[0].Parcels } });
            await plans.CreatePlanAsync(drawn, cancellationToken: default);
            if (i > 2)
            {
                await plans.DeletePlanAsync(new DeletePlanRequest { Name = $"cities/sample/plans/hand-{i - 2}" }, cancellationToken: default);
            }
        }
    }

    private static async Task ProposeAsync(StartedService service, string id)
    {
        var run = await new Plans.PlansClient(service.Channel).ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = id });
        var done = await new Operations.OperationsClient(service.Channel).WaitOperationAsync(new WaitOperationRequest { Name = run.Name, Timeout = new() { Seconds = 200 } });
        Assert.Null(done.Error);
    }
}
