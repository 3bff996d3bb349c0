using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.GeoPackage;
using Google.LongRunning;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>Repairs and ensembles that are in the middle of their work when the service is killed, or when they are called off.</summary>
public sealed class KilledRunsTests : IDisposable
{
    private const string Plan = KeptPlans.City + "/plans/demolishing";

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-killed-runs").FullName;

    [Fact]
    public async Task A_repair_that_was_killed_in_the_middle_is_made_after_the_restart_as_if_nothing_had_happened()
    {
        var service = await StartAsync();
        try
        {
            await ProposeAsync(service.Channel);
            var begun = await new V1.Repairs.RepairsClient(service.Channel).RepairPlanAsync(Repair("repaired"));
            service = await KilledInTheMiddleAsync(service, begun.Name);
            var done = await WaitAsync(service.Channel, begun.Name);
            var again = await new V1.Repairs.RepairsClient(service.Channel).RepairPlanAsync(Repair("repaired-again"));
            var other = Answer<RepairPlanResponse>(await WaitAsync(service.Channel, again.Name));

            var answer = Answer<RepairPlanResponse>(done);
            Assert.Equal(2, MetadataOf(done).Attempts);
            Assert.NotEmpty(answer.Repairs);
            Assert.Equal(other.Repairs, answer.Repairs);
            Assert.Equal(KeptPlans.City + "/plans/repaired", answer.Plan);
            var kept = (await new Plans.PlansClient(service.Channel).ListPlansAsync(new ListPlansRequest { Parent = KeptPlans.City })).Plans;
            Assert.Equal(["demolishing", "repaired", "repaired-again"], kept.Select(plan => plan.Name.Split('/')[^1]));
            Assert.Equal(Plan, kept[1].From);
        }
        finally
        {
            service.Dispose();
        }
    }

    [Fact]
    public async Task A_repair_that_is_called_off_in_the_middle_ends_soon_without_a_plan()
    {
        using var service = await StartAsync();
        await ProposeAsync(service.Channel);
        var begun = await new V1.Repairs.RepairsClient(service.Channel).RepairPlanAsync(Repair("repaired"));

        await CalledOffInTheMiddleAsync(service.Channel, begun.Name);

        var kept = (await new Plans.PlansClient(service.Channel).ListPlansAsync(new ListPlansRequest { Parent = KeptPlans.City })).Plans;
        Assert.Equal([Plan], kept.Select(plan => plan.Name));
    }

    [Fact]
    public async Task An_ensemble_that_was_killed_in_the_middle_is_drawn_after_the_restart_as_if_nothing_had_happened()
    {
        var service = await StartAsync();
        try
        {
            var begun = await new Ensembles.EnsemblesClient(service.Channel).DrawEnsembleAsync(Ensemble(400));
            service = await KilledInTheMiddleAsync(service, begun.Name);
            var done = await WaitAsync(service.Channel, begun.Name);
            var again = await new Ensembles.EnsemblesClient(service.Channel).DrawEnsembleAsync(Ensemble(400));

            Assert.Equal(2, MetadataOf(done).Attempts);
            Assert.NotEmpty(Answer<DrawEnsembleResponse>(done).Numbers);
            Assert.Equal(Answer<DrawEnsembleResponse>(await WaitAsync(service.Channel, again.Name)), Answer<DrawEnsembleResponse>(done));
        }
        finally
        {
            service.Dispose();
        }
    }

    [Fact]
    public async Task An_ensemble_that_is_called_off_in_the_middle_ends_soon_without_an_answer()
    {
        using var service = await StartAsync();
        var begun = await new Ensembles.EnsemblesClient(service.Channel).DrawEnsembleAsync(Ensemble(10_000));

        await CalledOffInTheMiddleAsync(service.Channel, begun.Name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RunMetadata MetadataOf(Operation operation) => operation.Metadata.Unpack<RunMetadata>();

    private static T Answer<T>(Operation done)
        where T : class, IMessage<T>, new()
    {
        Assert.True(done.Done);
        Assert.Null(done.Error);
        return done.Response.Unpack<T>();
    }

    private static DrawEnsembleRequest Ensemble(int plans) => new() { Parent = KeptPlans.City, Plans = plans, WithValues = true };

    private static RepairPlanRequest Repair(string id) => new() { Name = Plan, PlanId = id, Parameters = { ["maximum_demolition_ratio"] = 0.02 } };

    private static async Task ProposeAsync(ChannelBase to)
    {
        var begun = await new Plans.PlansClient(to).ProposePlansAsync(new ProposePlansRequest
        {
            Parent = KeptPlans.City, PlanId = "demolishing", RulePack = KeptPlans.Chongqing, Options = new ProposalOptions { ElectivePurpose = "危房改造" },
        });
        Answer<ProposePlansResponse>(await WaitAsync(to, begun.Name));
    }

    private async Task<ServiceProcess> KilledInTheMiddleAsync(ServiceProcess service, string name)
    {
        await InTheMiddleAsync(service.Channel, name);
        service.Kill();
        service.Dispose();
        return await StartAsync();
    }

    // Soon: long before it would have ended by itself.
    private static async Task CalledOffInTheMiddleAsync(ChannelBase to, string name)
    {
        await InTheMiddleAsync(to, name);
        await new Operations.OperationsClient(to).CancelOperationAsync(new CancelOperationRequest { Name = name });
        var done = await WaitAsync(to, name, seconds: 10);

        Assert.True(done.Done);
        Assert.Equal((int)StatusCode.Cancelled, done.Error?.Code);
        Assert.Equal(RunState.Cancelled, MetadataOf(done).State);
        Assert.InRange(MetadataOf(done).Share, 0, 0.99);
    }

    // Its own work has begun, and some of it is done.
    private static async Task InTheMiddleAsync(ChannelBase to, string name)
    {
        using var watch = new V1.Runs.RunsClient(to).WatchRun(new WatchRunRequest { Name = name });
        await foreach (var step in watch.ResponseStream.ReadAllAsync())
        {
            var run = MetadataOf(step);
            Assert.False(step.Done, $"it was over before the middle of it was seen: {step.Error?.Message}");
            if (run.State == RunState.Running && run.Stage is "Seeking the least changes" or "ensemble: plans" && run.Share > 0)
            {
                return;
            }
        }
    }

    private static async Task<Operation> WaitAsync(ChannelBase to, string name, int seconds = 240) =>
        await new Operations.OperationsClient(to).WaitOperationAsync(new WaitOperationRequest { Name = name, Timeout = new() { Seconds = seconds } });

    private async Task<ServiceProcess> StartAsync()
    {
        var city = Path.Combine(_folder, "sample.gpkg");
        if (!File.Exists(city))
        {
            CityFile.Write(city, SampleCity.Of(new SampleOptions(3000, 7), null, default), new CityFileOptions { Name = "sample", BaselineYear = SampleOptions.BaselineYear }, null, default);
        }

        return await ServiceProcess.StartAsync(Path.Combine(_folder, "office"), "--city", city);
    }
}
