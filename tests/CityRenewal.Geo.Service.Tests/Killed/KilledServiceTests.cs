using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.GeoPackage;
using Google.LongRunning;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>A service that is killed at any moment loses nothing that it acknowledged, and ends what it had begun.</summary>
public sealed class KilledServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-killed").FullName;

    [Fact]
    public async Task An_operation_that_was_running_is_ended_after_the_restart()
    {
        var city = SampleFile();
        string name;
        using (var service = await ServiceProcess.StartAsync(Store, "--city", city))
        {
            var begun = await new Plans.PlansClient(service.Channel).ProposePlansAsync(new ProposePlansRequest
            {
                Parent = "cities/sample", PlanId = "survivor", Options = new ProposalOptions { DeadlineS = 3 },
            });
            name = begun.Name;
            using var watch = new V1.Runs.RunsClient(service.Channel).WatchRun(new WatchRunRequest { Name = name });
            while (await watch.ResponseStream.MoveNext(CancellationToken.None) && MetadataOf(watch.ResponseStream.Current).State != RunState.Running)
            {
            }

            service.Kill();
        }

        using var again = await ServiceProcess.StartAsync(Store, "--city", city);
        var operation = await new Operations.OperationsClient(again.Channel).WaitOperationAsync(
            new WaitOperationRequest { Name = name, Timeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(3)) });

        Assert.True(operation.Done);
        Assert.Null(operation.Error);
        Assert.Equal(2, MetadataOf(operation).Attempts);
        var plan = await new Plans.PlansClient(again.Channel).GetPlanAsync(new GetPlanRequest { Name = "cities/sample/plans/survivor" });
        Assert.NotEmpty(plan.Areas);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill_at_any_moment()
    {
        var city = SampleFile();
        var (acknowledged, random) = (new List<string>(), new Random(7));
        (string Session, int Edits) edited = ("", 0);
        RenewalArea? area = null;
        for (var round = 0; round < 4; round++)
        {
            using var service = await ServiceProcess.StartAsync(Store, "--city", city);
            var (plans, edits) = (new Plans.PlansClient(service.Channel), new V1.Edits.EditsClient(service.Channel));
            area ??= await AreaAsync(plans);
            Task? killer = null;
            try
            {
                for (var i = 0; ; i++)
                {
                    var request = new CreatePlanRequest { Parent = "cities/sample", PlanId = $"r{round}-{i}", Areas = { new DrawnArea { Id = "A", Parcels = { area.Parcels } } } };
                    acknowledged.Add((await plans.CreatePlanAsync(request)).Name);
                    killer ??= Task.Delay(random.Next(50, 2000)).ContinueWith(_ => service.Kill(), TaskScheduler.Default);
                    if (edited.Session.Length == 0)
                    {
                        edited = ((await edits.CreateEditSessionAsync(new CreateEditSessionRequest { Parent = "cities/sample", Plan = acknowledged[0] })).Name, 0);
                    }

                    await edits.ApplyEditAsync(new ApplyEditRequest { Name = edited.Session, Remove = new RemoveParcelsEdit { Area = "A", Parcels = { area.Parcels[edited.Edits] } } });
                    edited.Edits++;
                }
            }
            catch (RpcException) when (killer is not null)
            {
                await killer;
            }
        }

        using var last = await ServiceProcess.StartAsync(Store, "--city", city);
        var kept = (await new Plans.PlansClient(last.Channel).ListPlansAsync(new ListPlansRequest { Parent = "cities/sample", PageSize = 1000 })).Plans;
        var session = await new V1.Edits.EditsClient(last.Channel).GetEditSessionAsync(new GetEditSessionRequest { Name = edited.Session });

        Assert.Empty(acknowledged.Except(kept.Select(plan => plan.Name)));
        foreach (var plan in kept)
        {
            Assert.NotEmpty((await new Plans.PlansClient(last.Channel).GetPlanAsync(new GetPlanRequest { Name = plan.Name })).Areas);
        }

        // One edit more may have been made whose answer the kill took.
        Assert.InRange(session.Edits.Count, edited.Edits, edited.Edits + 4);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Store => Path.Combine(_folder, "office");

    private static RunMetadata MetadataOf(Operation operation) => operation.Metadata.Unpack<RunMetadata>();

    private static async Task<RenewalArea> AreaAsync(Plans.PlansClient plans)
    {
        using var call = plans.WatchProposal(new WatchProposalRequest { City = "cities/sample" });
        RenewalArea? area = null;
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            area = step.Plan?.Areas.MaxBy(each => each.Parcels.Count) ?? area;
        }

        return area!;
    }

    private string SampleFile()
    {
        var path = Path.Combine(_folder, "sample.gpkg");
        CityFile.Write(path, SampleCity.Of(new SampleOptions(1000, 7), null, default), new CityFileOptions { Name = "sample", BaselineYear = SampleOptions.BaselineYear }, null, default);
        return path;
    }
}
