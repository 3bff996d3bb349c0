using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>A sample city with its problem stated and a certificate that the search wrote.</summary>
internal sealed class CertifiedSample
{
    private static readonly Lazy<ProposalGround> Ground = new(() =>
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(2_000, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default);
        return new ProposalGround(city, fabric, graph, ParcelFacts.Of(city, new OverlayOptions()), new ProposalOptions());
    });

    private static readonly Lazy<ProposalGround> FloorGround = new(() => Ground.Value.With(
        Ground.Value.Options with { ElectivePurpose = "fire lane", DemolitionWorth = 0.5, NewFloorAreaWorth = 0.25 }));

    private static readonly Lazy<PreparedSearch> FloorsReady = new(() => PreparedSearch.Of(null, FloorGround.Value, null, default));

    private static readonly Lazy<PreparedSearch> Ready = new(() => PreparedSearch.Of(null, Ground.Value, null, default));

    private CertifiedSample(CertifiedProblem problem, PlanCertificate certificate, SearchOutcome outcome, SearchLimits limits) =>
        (Problem, Certificate, Outcome, Limits) = (problem, certificate, outcome, limits);

    public CertifiedProblem Problem { get; }

    public PlanCertificate Certificate { get; }

    public SearchOutcome Outcome { get; }

    public SearchLimits Limits { get; }

    public double Bound => (double)Certificate.Millionths / 1e6;

    public static LandNodes Nodes => Ready.Value.Nodes;

    public static long[] Benefits => Ready.Value.Problem.Benefits;

    public static CertifiedSample Of(
        Func<SearchLimits, SearchLimits>? limits = null, IReadOnlyList<RuleRow>? rows = null, PlanRows? sums = null, int threads = 2, int tightening = 0)
        => Of(Ready.Value, Ground.Value, limits, rows, sums, (threads, tightening));

    /// <summary>The same city where floor area that goes, and that is built, has a worth.</summary>
    public static CertifiedSample WithFloorWorths(IReadOnlyList<RuleRow>? rows = null) => Of(FloorsReady.Value, FloorGround.Value, null, rows, null, (2, 0));

    private static CertifiedSample Of(
        PreparedSearch ready, ProposalGround ground, Func<SearchLimits, SearchLimits>? limits, IReadOnlyList<RuleRow>? rows, PlanRows? sums, (int Threads, int Tightening) work)
    {
        var asked = new SearchRequest(ready.Asked.Need, rows ?? [], limits?.Invoke(ready.Asked.Limits) ?? ready.Asked.Limits)
        {
            Sums = sums ?? PlanRows.None,
            Floors = ready.Asked.Floors,
        };
        var nodeRows = NodeRows.Of(ready.Nodes, asked.Rows);
        var prices = new CityPrices(ready.Nodes, ready.Problem.Benefits, asked.Limits, nodeRows) { PlanRows = asked.Sums, Floors = ready.Problem.Floors }.Best(work.Threads, default);
        var proofs = new UnitCertificate[ready.Nodes.ProblemCount];
        Parallel.For(0, proofs.Length, new ParallelOptions { MaxDegreeOfParallelism = work.Threads }, problem =>
        {
            var land = new UnitLand(ready.Nodes, ready.Problem.Benefits, asked.Limits, problem, nodeRows) { Floors = ready.Problem.Floors };
            var cut = new UnitCut { Plan = prices };
            proofs[problem] = UnitProof.Tightened(land, cut, UnitProof.Of(land, cut, default), new TighteningEffort(0, work.Tightening), default);
        });
        var outcome = new SearchOutcome([], [], prices, proofs);
        return new CertifiedSample(
            PlanProof.Statement(ground, ready.Nodes, asked),
            PlanProof.Of(outcome, asked.Limits, Ground.Value.City.DataVersion), outcome, asked.Limits);
    }

    /// <summary>Every parcel takes its land times a number between -1 and 1 that its row gives: some give, some take.</summary>
    public static RuleRow Row(int turn, double limit, double softPrice = double.PositiveInfinity) => new(
        $"row {turn}",
        [.. Ground.Value.NetAreas.Select((area, parcel) => (long)(area * Math.Sin((parcel * 0.37) + turn) * 1e6))],
        (long)(limit * 1e6))
    {
        SoftPrice = softPrice,
    };

    /// <summary>The land of all areas together, m².</summary>
    public static PlanRows MostLand(double squareMetres, double softPrice = double.PositiveInfinity) => new(
        ["land"],
        [[.. Enumerable.Range(0, Nodes.Count).Select(node => Nodes.IsStreet(node) ? 0 : (long)(Nodes.TwiceArea[node] * 0.5e-8 * 1e6))]],
        [(long)(squareMetres * 1e6)],
        [softPrice]);

    /// <summary>The unit with the most nodes.</summary>
    public int LargestUnit => Enumerable.Range(0, Certificate.Units.Count).MaxBy(unit => Certificate.Units[unit].FlowTo.Length);

    /// <summary>The certificate with its largest unit changed.</summary>
    public PlanCertificate With(Func<UnitCertificate, UnitCertificate> change) => Certificate with
    {
        Units = [.. Certificate.Units.Select((unit, number) => number == LargestUnit ? change(unit) : unit)],
    };

    public CertificateVerdict Check(PlanCertificate? certificate = null, int threads = 2) =>
        CertificateCheck.Of(Problem, certificate ?? Certificate, threads);
}
