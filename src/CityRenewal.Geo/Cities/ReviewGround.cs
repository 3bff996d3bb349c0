using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>A city made ready for reviews under one rule pack: what lies where, who touches whom, the rules.</summary>
public sealed class ReviewGround
{
    private ReviewGround(RuleBook book, Surroundings around, int? referenceYear, int threads) =>
        (Book, Around, ReferenceYear, Threads) = (book, around, referenceYear, threads);

    /// <summary>The rules, ready for the city.</summary>
    public RuleBook Book { get; }

    /// <summary>What lies around areas.</summary>
    public Surroundings Around { get; }

    /// <summary>The year that ages count from, as asked for; null takes the city's.</summary>
    public int? ReferenceYear { get; }

    /// <summary>Threads to use, 0 for all; no result depends on it.</summary>
    public int Threads { get; }

    /// <summary>What an edit session reads from, for a review of what it made.</summary>
    /// <exception cref="ArgumentException">The session has no rules.</exception>
    internal static ReviewGround Of(Editing.EditGround ground) => new(
        ground.Book ?? throw new ArgumentException("The session has no rules to review by.", nameof(ground)),
        ground.Around, ground.Plan.Options.ReferenceYear, ground.Plan.Options.Threads);

    /// <summary>Makes a city ready.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="options">Street width, tolerance and the year that ages count from.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="ProposalOptionsException">A year is impossible, or is needed and nobody states one.</exception>
    public static ReviewGround Of(
        CityWork work, RulePack pack, ProposalOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        ProposalOptionChecks.Require(options);
        var facts = work.Facts(progress, cancel);
        options = work.WithTolerances(options, progress, cancel);
        var year = Delineation.ReferenceYears.Of(work.City, options);
        progress?.Report(new WorkProgress("need", 0));
        var book = RuleBook.Of(pack, (work.City, facts, work.LazyTolerances), options, year, cancel);
        var graph = work.Graph(new Contiguity.GraphOptions(options.StreetWidth, options.MinimumContact), progress, cancel);
        var around = Surroundings.Of(work.City, work.Fabric(progress, cancel), graph, options.StreetWidth);
        return new ReviewGround(book, around, options.ReferenceYear, work.Threads);
    }
}
