using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// What an edit session reads again and again, prepared once for a city: its facts, fabric and neighbours, rules, need, the
/// streets that may lie in areas, and the land as the search sees it.
/// </summary>
public sealed class EditGround
{
    private readonly Lazy<SearchLand> _land;
    private readonly Lazy<SearchLand> _unlockedLand;

    private EditGround(ProposalGround plan, RulePack? pack, (EditGround Ground, LandChange Change, string Gone)? before, CancellationToken cancel)
    {
        Plan = plan;
        Locks = (ParcelLock[])plan.Locks.Clone();
        var year = ReferenceYears.Of(plan.City, plan.Options);
        Book = pack is null ? null
            : before is { Ground.Book: { } was } known ? RuleBook.After(was, (plan.City, plan.Facts), (known.Change.Rows, known.Change.Parts, known.Change.Box), plan.Options.Threads, cancel)
            : RuleBook.Of(pack, (plan.City, plan.Facts, plan.Tolerances), plan.Options, year, cancel);
        Need = Book?.Ground.Need ?? NeedScores.Of(plan.City, plan.Facts, year ?? 0, plan.Options.Threads, cancel);

        // Demolition by choice has a purpose of its own in a session, so that its limit holds instead of none at all.
        Checks = plan.With(plan.Options with { ElectivePurpose = Purpose(plan) }, Locks);
        Dispositions = new DispositionPlan(Checks, Need, year);
        Around = plan.Around;
        var alike = before is { } last && JudgesAs(last.Ground) ? before : null;
        ChangeFrom = alike?.Ground.Key;
        Membership = alike is { } one ? MembershipRules.After(one.Ground.Membership, (one.Ground.Plan, plan), (one.Ground.Book, Book), (one.Change.Rows, one.Change.Parts)) : MembershipRules.Of(plan, Book, cancel);
        var contacts = ContactRules.Of(plan);

        // A lock is a decision about parcels: it must not change which streets lie between them.
        Unlocked = !plan.Locks.Contains(ParcelLock.Out) ? Membership
            : alike is { } free ? MembershipRules.After(free.Ground.Unlocked, (free.Ground.WithoutLocks(), WithoutLocks()), (free.Ground.Book, Book), (free.Change.Rows, free.Change.Parts))
            : MembershipRules.Of(WithoutLocks(), Book, cancel);
        Streets = alike is { } near
            ? near.Ground.Streets.After(plan.Fabric, (near.Ground.Unlocked, Unlocked), (contacts, Around), near.Change)
            : new InnerStreets(plan.Fabric, Unlocked, contacts, Around);
        Change = alike is { } since ? since.Change with { Rows = [.. since.Change.Rows.Union(Streets.SidesOfChanged()).Order()] } : null;
        _land = new Lazy<SearchLand>(() => SearchLand.Of(this, Membership));
        _unlockedLand = Unlocked == Membership ? _land : new Lazy<SearchLand>(() => SearchLand.Of(this, Unlocked));
        PlanChecks = new Lazy<PlanLimitChecks>(() => new PlanLimitChecks(Checks, Membership));
        Parcels = before is { } earlier ? earlier.Ground.Parcels.With(earlier.Gone, plan.City.Parcels.Ids, earlier.Change.Parts) : new IdRows(plan.City.Parcels.Ids);
        Buildings = before?.Ground.Buildings ?? new Lazy<IdRows>(() => new IdRows(plan.City.Buildings.Ids));
    }

    /// <summary>Which parcels may be in areas at all, under the locks that the session began with.</summary>
    internal Membership Membership { get; }

    /// <summary>The same if the planner had locked no parcel.</summary>
    internal Membership Unlocked { get; }

    /// <summary>Names the ground without holding it.</summary>
    internal object Key { get; } = new();

    /// <summary>What is other than in the ground named by <see cref="ChangeFrom"/>, all else being judged the same; null where nobody can tell.</summary>
    internal LandChange? Change { get; }

    /// <summary>The <see cref="Key"/> of the ground that this one was made from.</summary>
    internal object? ChangeFrom { get; }

    /// <summary>The city, with the parts of parcels that the session split.</summary>
    public City City => Plan.City;

    /// <summary>What the plan was made from.</summary>
    internal ProposalGround Plan { get; }

    /// <summary>What areas are checked against: the same with the locks of the session.</summary>
    internal ProposalGround Checks { get; }

    /// <summary>The locks in force; the session keeps them in step with its state.</summary>
    internal ParcelLock[] Locks { get; }

    /// <summary>The rules; null where there is no pack.</summary>
    internal RuleBook? Book { get; }

    /// <summary>Why parcels should be renewed.</summary>
    internal NeedScores Need { get; }

    /// <summary>What the evidence proposes for buildings.</summary>
    internal DispositionPlan Dispositions { get; }

    /// <summary>What lies around areas.</summary>
    internal Surroundings Around { get; }

    /// <summary>The streets that lie in an area with their sides.</summary>
    internal InnerStreets Streets { get; }

    /// <summary>What all areas together keep to.</summary>
    internal Lazy<PlanLimitChecks> PlanChecks { get; }

    /// <summary>Rows of the parcels by id.</summary>
    internal IdRows Parcels { get; }

    /// <summary>Rows of the buildings by id.</summary>
    internal Lazy<IdRows> Buildings { get; }

    /// <summary>Prepares a city for editing.</summary>
    /// <param name="plan">What the plan was made from, with options that have no problems.</param>
    /// <param name="pack">The rules that areas are judged by; null judges by none.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <remarks>Who edits decides what goes: floor area has no worth of its own then.</remarks>
    public static EditGround Of(ProposalGround plan, RulePack? pack, CancellationToken cancel = default) =>
        new(plan.With(plan.Options.WithoutFloorWorth()), pack, null, cancel);

    /// <summary>The ground after a parcel was split; the same as preparing the split city anew.</summary>
    /// <param name="land">The city after.</param>
    /// <param name="locks">The locks of its parcels.</param>
    /// <param name="gone">Id of the parcel that was split.</param>
    /// <param name="cancel">Ends the work.</param>
    internal EditGround After(LandRead land, ParcelLock[] locks, string gone, CancellationToken cancel) =>
        new(Plan.After((land.City, land.Fabric, land.Graph, land.Facts), (land.Changed!.Rows, land.Changed.Faces), locks), Book?.Ground.Pack, (this, land.Changed, gone), cancel);

    // What the whole city tells is the same, so that only what changed has to be looked at again.
    private bool JudgesAs(EditGround other) =>
        Book is null || other.Book is null
            ? Book is null && other.Book is null && Need.Weights == other.Need.Weights && !Need.IsRelative && !other.Need.IsRelative
            : Book.JudgesAs(other.Book);

    /// <summary>The land as the search sees it; with parcels that were locked out before the session where one of them is free now.</summary>
    internal SearchLand Land(bool isUnlocked) => isUnlocked ? _unlockedLand.Value : _land.Value;

    /// <summary>Prepares what solving surroundings again reads, so that nobody waits for it in the midst of a session.</summary>
    /// <param name="cancel">Ends the work between its parts.</param>
    internal void MakeReady(CancellationToken cancel)
    {
        foreach (var land in new[] { _land, _unlockedLand }.Distinct())
        {
            cancel.ThrowIfCancellationRequested();
            _ = land.Value;
        }
    }

    private static string Purpose(ProposalGround plan) =>
        plan.Options.ElectivePurpose.Trim().Length > 0 ? plan.Options.ElectivePurpose : "edit";

    private ProposalGround WithoutLocks() => Plan.With(Plan.Options, new ParcelLock[City.Parcels.Count]);
}
