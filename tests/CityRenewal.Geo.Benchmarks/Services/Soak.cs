using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Grpc.Core;

namespace CityRenewal.Geo.Benchmarks.Services;

/// <summary>
/// Many clients for some minutes, each of whom does what planners and their tools do, one call after the other with a pause for
/// thought: plans listed and read, areas judged, outlines measured, edits in sessions of their own. Printed: errors, how long
/// calls took, and the memory of the service as it went.
/// </summary>
internal static class Soak
{
    /// <summary>First argument: soak MINUTES CLIENTS PARCELS.</summary>
    public const string Word = "soak";

    private const string City = SampleOffice.City;

    public static int Of(string[] args)
    {
        var numbers = args[1..].Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList();
        var (minutes, clients, parcels) = (numbers[0], numbers[1], numbers[2]);
        using var sample = new SampleOffice(parcels);
        var office = sample.Process;
        var plan = Proposed(office);
        using var end = new CancellationTokenSource();
        var record = new SoakRecord();
        var work = Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(office, plan, client, record, end.Token))).ToArray();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            Thread.Sleep(TimeSpan.FromSeconds(20));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,5:F0} s  {record.Calls,9:N0} calls  {record.Errors} errors  {office.MemoryMb,7:F0} MB"));
        }

        end.Cancel();
        Task.WaitAll(work);
        Console.WriteLine(record.Summary());
        return record.Errors == 0 ? 0 : 1;
    }

    private static Plan Proposed(OfficeProcess office)
    {
        var begun = new Service.V1.Plans.PlansClient(office.Channel).ProposePlans(new ProposePlansRequest { Parent = City, PlanId = "soak" });
        new Operations.OperationsClient(office.Channel).WaitOperation(new WaitOperationRequest { Name = begun.Name, Timeout = new() { Seconds = 600 } });
        return new Service.V1.Plans.PlansClient(office.Channel).GetPlan(new GetPlanRequest { Name = $"{City}/plans/soak" });
    }

    private static async Task ClientAsync(OfficeProcess office, Plan plan, int client, SoakRecord record, CancellationToken end)
    {
        var (plans, edits, outlines) = (new Service.V1.Plans.PlansClient(office.Channel), new Edits.EditsClient(office.Channel), new Outlines.OutlinesClient(office.Channel));
        var reviews = new Service.V1.Reviews.ReviewsClient(office.Channel);
        var random = new Random(client);
        var area = plan.Areas[client % plan.Areas.Count];
        var measure = ServiceSuite.RequestOf(["polsby_popper"]);
        var review = new ReviewAreasRequest { City = City, RulePack = "rulePacks/chongqing-2025", EpsgCode = area.EpsgCode, ReferenceYear = SampleOptions.BaselineYear };
        review.Outlines.Add(new Outline { Id = area.Id, Wkb = area.OutlineWkb });
        while (!end.IsCancellationRequested)
        {
            switch (random.Next(200))
            {
                case < 9:
                    await record.TryAsync("review an area", async () => await reviews.ReviewAreasAsync(review));
                    break;
                case 9:
                    await record.TryAsync("session: begin, edit, undo, drop", async () =>
                    {
                        var session = await edits.CreateEditSessionAsync(new CreateEditSessionRequest { Parent = City, Plan = plan.Name });
                        await edits.ApplyEditAsync(new ApplyEditRequest { Name = session.Name, Remove = new RemoveParcelsEdit { Area = area.Id, Parcels = { area.Parcels[0] } } });
                        await edits.UndoEditAsync(new UndoEditRequest { Name = session.Name });
                        return await edits.DeleteEditSessionAsync(new DeleteEditSessionRequest { Name = session.Name });
                    });
                    break;
                case < 50:
                    await record.TryAsync("read a plan", async () => await plans.GetPlanAsync(new GetPlanRequest { Name = plan.Name }));
                    break;
                case < 100:
                    await record.TryAsync("list plans", async () => await plans.ListPlansAsync(new ListPlansRequest { Parent = City }));
                    break;
                default:
                    await record.TryAsync("measure an outline", async () => await outlines.MeasureOutlinesAsync(measure));
                    break;
            }

            await Task.Delay(random.Next(400), CancellationToken.None);
        }
    }

    /// <summary>How long calls took, by what they did.</summary>
    private sealed class SoakRecord
    {
        private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _took = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

        public long Calls => _took.Values.Sum(bag => (long)bag.Count);

        public int Errors => _errors.Values.Sum();

        public async Task TryAsync<T>(string what, Func<Task<T>> call)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                await call();
                _took.GetOrAdd(what, _ => []).Add(clock.Elapsed.TotalMilliseconds);
            }
            catch (RpcException fault)
            {
                _errors.AddOrUpdate($"{what}: {fault.Status}", 1, (_, count) => count + 1);
            }
        }

        public string Summary() => string.Join('\n', _took.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row =>
        {
            var sorted = row.Value.Order().ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Key,-34} {sorted.Count,9:N0} calls  p50 {sorted[sorted.Count / 2],7:F1} ms  p99 {sorted[sorted.Count * 99 / 100],7:F1} ms  most {sorted[^1],7:F1} ms");
        }).Concat(_errors.Select(error => $"{error.Value} × {error.Key}")));
    }
}
