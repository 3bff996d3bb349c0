using System.Diagnostics;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.GeoPackage;
using Google.LongRunning;
using Google.Protobuf;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Benchmarks.Services;

/// <summary>
/// The service in a process of its own, asked by others: small measuring calls from h2load; layers out, in, and proposals from this
/// process through Grpc.Net.Client. Both share the processors of one machine.
/// </summary>
public sealed class ServiceSuite : IBenchmarkSuite
{
    private const string City = SampleOffice.City;

    public string Name => "service";

    public void Run(TrialBook book, int parcels)
    {
        using var office = new SampleOffice(parcels);
        Measures(book, office.Process, parcels);
        Layers(book, office.Process, parcels);
        Proposals(book, office.Process, parcels, office.Path);
    }

    private void Measures(TrialBook book, OfficeProcess office, int parcels)
    {
        if (MeasureLoad.Client() is not { } client)
        {
            throw new InvalidOperationException("This suite needs h2load: install Debian's nghttp2-client.");
        }

        foreach (var (which, wanted, calls) in new (string, string[], int)[] { ("Polsby-Popper", ["polsby_popper"], 200_000), ("the whole family", [], 10_000) })
        {
            var request = RequestOf(wanted);
            MeasureLoad.Run(office, request, calls);
            var seconds = Enumerable.Range(0, book.Repeats).Select(_ => MeasureLoad.Run(office, request, calls)).Order().ToList();
            book.Enter(new Trial(
                Name, $"{calls:N0} calls that measure {which} of one outline of 12 vertices", "ours", parcels, calls, seconds, [],
                $"{calls / seconds[seconds.Count / 2]:N0} calls/s; client {client}, 8 connections of 100 streams, one thread, same machine"));
        }
    }

    private void Layers(TrialBook book, OfficeProcess office, int parcels)
    {
        var layer = $"{City}/layers/parcels";
        var batches = LayerTransfer.ReadAsync(office, layer).Result;
        var bytes = batches.Sum(batch => (long)batch.CalculateSize());
        var count = batches.Sum(batch => batch.Wkb.Count);
        PerSecond("read parcels over gRPC", () => LayerTransfer.ReadAsync(office, layer).Wait(), "client Grpc.Net.Client, every message decoded");
        PerSecond("send parcels over gRPC into a new city in a folder", () =>
        {
            LayerTransfer.SendAsync(office, $"{City}-again", batches).Wait();
        }, "city put together, checked and indexed; removing it not counted", () => new Service.V1.Cities.CitiesClient(office.Channel).DeleteCity(new DeleteCityRequest { Name = $"{City}-again" }));

        void PerSecond(string operation, Action run, string note, Action? undo = null)
        {
            var seconds = new List<double>();
            for (var i = 0; i <= book.Repeats; i++)
            {
                var clock = Stopwatch.StartNew();
                run();
                seconds.Add(clock.Elapsed.TotalSeconds);
                undo?.Invoke();
            }

            seconds = [.. seconds.Skip(1).Order()];
            book.Enter(new Trial(Name, operation, "ours", parcels, count, seconds, [], $"{count / seconds[seconds.Count / 2]:N0} parcels/s, {bytes / count} bytes each; {note}"));
        }
    }

    private void Proposals(TrialBook book, OfficeProcess office, int parcels, string path)
    {
        var (plans, operations) = (new Service.V1.Plans.PlansClient(office.Channel), new Operations.OperationsClient(office.Channel));
        var work = new CityWork(CityFile.Open(path).City);
        var (own, kept, called) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= book.Repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            var measured = work.Propose(new Areas.ProposalOptions());
            own.Add(clock.Elapsed.TotalSeconds);
            PlanFile.Write($"{path}.plan-{i}.gpkg", work.City, PlanContent.Of(measured) with { Reasons = work.Explain(measured.Judged, null, CancellationToken.None) });
            kept.Add(clock.Elapsed.TotalSeconds);
            clock.Restart();
            var begun = plans.ProposePlans(new ProposePlansRequest { Parent = City, PlanId = $"plan-{i}" });
            var operation = operations.WaitOperation(new WaitOperationRequest { Name = begun.Name, Timeout = new() { Seconds = 600 } });
            called.Add(clock.Elapsed.TotalSeconds);
            if (!operation.Done || operation.Error is not null)
            {
                throw new InvalidOperationException($"The proposal was not made: {operation.Error}");
            }
        }

        (own, kept, called) = ([.. own.Skip(1).Order()], [.. kept.Skip(1).Order()], [.. called.Skip(1).Order()]);
        book.Enter(new Trial(Name, "a proposal by the engine in this process", "ours", parcels, parcels, own, [], "city, facts, graph warm"));
        book.Enter(new Trial(Name, "with the reasons of every parcel, written as a plan's file", "ours", parcels, parcels, kept, [], "what a command or the service keeps of it"));
        book.Enter(new Trial(
            Name, "the same over gRPC: asked, waited for, kept as a plan", "ours", parcels, parcels, called, [],
            $"{called[called.Count / 2] / kept[kept.Count / 2]:F3} times the engine's own time to the file, {called[called.Count / 2] / own[own.Count / 2]:F3} to the plan; turn about"));
    }

    internal static MeasureOutlinesRequest RequestOf(string[] measures)
    {
        var ring = Enumerable.Range(0, 13).Select(i => new Coordinate(
            Math.Round(500_000 + (40 * Math.Cos(i % 12 * Math.PI / 6)), 3), Math.Round(3_270_000 + (30 * Math.Sin(i % 12 * Math.PI / 6)), 3))).ToArray();
        var request = new MeasureOutlinesRequest { EpsgCode = 4544 };
        request.Measures.AddRange(measures);
        request.Outlines.Add(new Outline { Id = "A001", Wkb = ByteString.CopyFrom(new WKBWriter().Write(new Polygon(new LinearRing(ring)))) });
        return request;
    }
}
