using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Repairs;

/// <summary>An area that somebody drew at random on a sample city, with demolitions that nobody weighed.</summary>
internal sealed class RepairCase
{
    public const string Area = "A1";
    private const double AnySize = 1e9;

    private static readonly Lazy<CityWork>[] Works =
    [
        .. new[] { 3, 11 }.Select(seed => new Lazy<CityWork>(() => new CityWork(
            CityAssembly.From(SampleCity.Of(new SampleOptions(700, seed)), new AssemblyOptions { BaselineYear = 2026 }).City))),
    ];

    // Real rules, with numbers that small areas break: a smallest size too, so that land has to come in.
    private static readonly Lazy<RulePack> Rules = new(() =>
    {
        var pack = RulePackShelf.Read(
            "chongqing-2025", new Dictionary<string, double> { ["maximum_demolition_ratio"] = 0.1, ["largest_demolition_block_m2"] = 2_000 }).OrThrow();
        var size = pack.Rules[0] with
        {
            Id = "smallest", Title = "smallest", TitleChinese = "最小规模", Scopes = [RuleScope.Area], Strength = RuleStrength.Must, Assumptions = [],
            Consent = null, IsPart = false, Test = new SumTest(new Term(Quantity.Land, "", []), "least_land", LimitSense.AtLeast, ""),
        };
        var parameters = new Dictionary<string, PackParameter>(pack.Parameters)
        {
            ["least_land"] = new("least_land", "least_land", "最小用地", RuleUnit.SquareMetre, 6_000, false, ""),
        };
        return pack with { Rules = [.. pack.Rules, size], Parameters = parameters };
    });

    private readonly CityWork _work;
    private readonly List<string> _parcels;
    private readonly int[] _numbers;

    private RepairCase(CityWork work, List<string> parcels, int[] numbers) => (_work, _parcels, _numbers) = (work, parcels, numbers);

    public CityWork Work => _work;

    /// <summary>An area that grew from one parcel to its neighbours as the numbers say.</summary>
    public static RepairCase Of(int[] numbers)
    {
        var work = Works[numbers[0] % Works.Length].Value;
        var graph = work.Graph(new GraphOptions(new ProposalOptions().StreetWidth, new ProposalOptions().MinimumContact));
        var parcels = new List<int> { FirstWithLand(work, numbers[1]) };
        foreach (var number in numbers[2..(4 + (numbers[0] / 2 % 10))])
        {
            var beside = Beside(graph, parcels).Where(parcel => HasLand(work, parcel)).ToList();
            if (beside.Count > 0)
            {
                parcels.Add(beside[number % beside.Count]);
            }
        }

        return new RepairCase(work, [.. parcels.Select(parcel => work.City.Parcels.Ids[parcel])], numbers);
    }

    /// <summary>A session on it.</summary>
    public EditSession Open(int threads = 1)
    {
        var options = new ProposalOptions { MinimumArea = 0, MaximumArea = AnySize, Threads = threads, ElectivePurpose = "fire lane", ElectiveDemolitionLimit = 1 };
        var session = PlanEditing.Open(
            _work, (options, Rules.Value), new EditStart { Areas = [(Area, _parcels)], Dispositions = [] });
        var buildings = session.Area(Area).Area.Dispositions.Select(proposed => session.City.Buildings.Ids[proposed.Building]).ToList();
        var goes = buildings.Where((_, at) => _numbers[(at + 5) % _numbers.Length] % 3 == 0).ToList();
        if (goes.Count > 0 && _numbers[1] % 2 == 0)
        {
            session.Apply(new SetDisposition(Disposition.Demolish, goes, "fire lane"));
        }

        return session;
    }

    /// <summary>Parcels of an area and those beside it that are in need, by id: a repair takes in no parcel that is not.</summary>
    public List<string> Around(EditSession session)
    {
        var graph = _work.Graph(new GraphOptions(new ProposalOptions().StreetWidth, new ProposalOptions().MinimumContact));
        var members = session.Area(Area).Area.Parcels.ToList();
        var need = session.ToPlan().Need;
        var beside = Beside(graph, members).Where(parcel => HasLand(_work, parcel) && need.Scores[parcel] >= new ProposalOptions().PaddingNeed);
        return [.. members.Concat(beside).Select(parcel => session.City.Parcels.Ids[parcel])];
    }

    private static List<int> Beside(ContiguityGraph graph, List<int> parcels)
    {
        var beside = new SortedSet<int>();
        foreach (var parcel in parcels)
        {
            for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
            {
                beside.Add(graph.Neighbours[i]);
            }
        }

        return [.. beside.Except(parcels)];
    }

    private static int FirstWithLand(CityWork work, int number)
    {
        var at = number % work.City.Parcels.Count;
        while (!HasLand(work, at))
        {
            at = (at + 1) % work.City.Parcels.Count;
        }

        return at;
    }

    private static bool HasLand(CityWork work, int parcel) => work.City.Parcels.Position[parcel] == Land.RightsPosition.Surface;
}
