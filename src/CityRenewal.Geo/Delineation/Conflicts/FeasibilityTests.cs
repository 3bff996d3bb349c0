using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Tests whether a request, with limits taken out or changed, has a plan: a run on a part of the city finds one whose every
/// area passes the independent checks. A plan that is found is there; one that is not found may still be.
/// </summary>
internal sealed class FeasibilityTests(ProposalRun run, IReadOnlySet<int>? focus, CancellationToken cancel)
{
    // Whether there is a plan is asked a hundred times, how good it is never.
    private const int WorkPerParcel = 100;

    private IReadOnlySet<int>? _placeable;
    private Asked? _alike;
    private PreparedSearch? _ready;

    /// <summary>
    /// Takes in where the city's own locked parcels come to lie without any limit: one that is in no area even then is no
    /// limit's doing, and no test asks for it.
    /// </summary>
    /// <param name="free">The request without any limit.</param>
    /// <returns>The parcels of its areas.</returns>
    public IReadOnlySet<int> Free(Asked free) => _placeable = Members(free);

    /// <summary>Whether there are areas, and all parcels that are locked in and can be placed at all are in one.</summary>
    public bool IsFeasible(Asked asked)
    {
        var members = Members(asked);
        var ground = run.Ground.With(asked.Options);
        var given = ground.Named.RowsOf(asked.Options.LockedIn).ToHashSet();
        return members.Count > 0 && Enumerable.Range(0, ground.Locks.Length).All(parcel =>
            ground.Locks[parcel] != ParcelLock.In || ground.NetAreas[parcel] <= 0 || members.Contains(parcel)
            || focus?.Contains(parcel) == false || (_placeable?.Contains(parcel) == false && !given.Contains(parcel)));
    }

    /// <summary>The parcels of all areas of a plan that is found.</summary>
    private HashSet<int> Members(Asked asked)
    {
        var ground = run.Ground.With(asked.Options with { Threads = run.Ground.Options.Threads });
        var tried = run with { Ground = ground, Book = BookOf(asked), Focus = focus };
        var ready = Prepared(asked, tried);
        var outcome = new CitySearch(ready.Problem, SearchStart.Nothing, null) { WorkPerParcel = WorkPerParcel }
            .Run(SearchRun.Whole with { BoundCuts = 0, IsBoundAsked = false }, ground.Options.Threads, cancel);
        return outcome.Areas.Count == 0
            ? []
            : [.. tried.Finish(ready, outcome, CertificateVerdict.Unchecked, cancel).Plan.Areas.SelectMany(area => area.Parcels)];
    }

    /// <summary>What a test searches; the land is put together once for all tests that differ in nothing but the smallest area.</summary>
    private PreparedSearch Prepared(Asked asked, ProposalRun tried)
    {
        var options = asked.Options;
        var alike = options.Limits.MinimumAreaPrice is null ? asked with { Options = options with { MinimumArea = 0 } } : asked;
        if (alike != _alike || _ready is null)
        {
            (_alike, _ready) = (alike, tried.Prepare(cancel));
            return _ready;
        }

        return _ready with { Problem = _ready.Problem with { Limits = SearchProblems.LimitsOf(options, _ready.Nodes) } };
    }

    private RuleBook? BookOf(Asked asked)
    {
        if (run.Book is not { } book || asked.Pack is not { } pack || ReferenceEquals(pack, book.Ground.Pack))
        {
            return run.Book;
        }

        var ground = book.Ground;
        return new RuleBook(new RuleGround(pack, ground.City, ground.Facts, ground.Labels, ground.Year)
        {
            UdbTolerance = ground.UdbTolerance, IsUdbToleranceTold = ground.IsUdbToleranceTold, IsUdbToleranceGiven = ground.IsUdbToleranceGiven,
            Tolerances = ground.Tolerances,
        });
    }
}
