using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>An area or project as the rules see it: what stands on it, and its measures once somebody asks for them.</summary>
/// <param name="id">Its id.</param>
/// <param name="stock">What stands on it.</param>
/// <param name="around">What lies around it; null leaves contiguous demolition unknown.</param>
public sealed class AreaUnderReview(string id, AreaStock stock, Surroundings? around)
{
    private readonly Lazy<HashSet<int>> _demolitionOn = new(() => ParcelsWithDemolition(stock));
    private readonly Lazy<HashSet<int>> _parcels = new(() => [.. stock.Land.Parcels]);

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>What stands on it.</summary>
    public AreaStock Stock => stock;

    /// <summary>What lies around it.</summary>
    public Surroundings? Around => around;

    /// <summary>
    /// Land that others hold too, by what it was compared with (<see cref="ApartTest.Others"/>); null where that could not be told.
    /// Empty where nobody compares, as in a plan whose areas share no land by the way they are made.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<HeldTwice>?> HeldTwice { get; init; } = new Dictionary<string, IReadOnlyList<HeldTwice>?>();

    /// <summary>Whether anything is proposed for its buildings.</summary>
    public bool HasDispositions => stock.HasDispositions;

    /// <summary>Whether a parcel belongs to it.</summary>
    public bool Holds(int parcel) => _parcels.Value.Contains(parcel);

    /// <summary>Whether a building goes on a parcel, in whole or in part.</summary>
    public bool HasDemolitionOn(int parcel) => _demolitionOn.Value.Contains(parcel);

    /// <summary>What was judged of it, by book and rule: a rule that is a member of others is judged once.</summary>
    internal Dictionary<(RuleBook Book, string Rule), Judgement> Judged { get; } = [];

    /// <summary>The same land with something else proposed for its buildings: what the land alone decides is not judged again.</summary>
    internal AreaUnderReview With(AreaStock proposed)
    {
        var other = new AreaUnderReview(id, proposed, around) { HeldTwice = HeldTwice };
        foreach (var (by, judgement) in Judged)
        {
            if (!by.Book.RuleOf(by.Rule).Test.AsksWhatGoes)
            {
                other.Judged[by] = judgement;
            }
        }

        return other;
    }

    private static HashSet<int> ParcelsWithDemolition(AreaStock stock)
    {
        var parcels = new HashSet<int>();
        foreach (var building in stock.Buildings)
        {
            if (building.Staying < 1)
            {
                foreach (var (parcel, _) in stock.Facts.BuildingShares.ParcelsOf(building.Row))
                {
                    parcels.Add(parcel);
                }
            }
        }

        return parcels;
    }
}
