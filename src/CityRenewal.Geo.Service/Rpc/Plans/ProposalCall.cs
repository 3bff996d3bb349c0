using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Shapes;
using Google.Protobuf.Collections;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>A request for a proposal, read and checked as a whole before anything is begun.</summary>
internal sealed record ProposalCall
{
    private readonly V1.ProposalOptions? _wire;

    private ProposalCall(V1.ProposalOptions? wire) => _wire = wire;

    /// <summary>What is asked for.</summary>
    public required Areas.ProposalOptions Options { get; init; }

    /// <summary>The rules; null where there are none.</summary>
    public required RulePack? Pack { get; init; }

    private SearchWork? Work { get; init; }

    private TimeSpan? Deadline { get; init; }

    /// <summary>Reads a request.</summary>
    /// <param name="wire">Its options.</param>
    /// <param name="rulePack">Its rule pack by name; empty is none.</param>
    /// <param name="parameters">Parameters of that.</param>
    /// <param name="problems">What is wrong with the request besides.</param>
    /// <exception cref="BadRequestException">Lists every problem.</exception>
    public static ProposalCall Read(V1.ProposalOptions? wire, string rulePack, MapField<string, double> parameters, List<FieldProblem> problems)
    {
        var options = ProposalRequests.ToOptions(wire);
        problems.AddRange(ProposalOptionChecks.Check(options).Select(problem => new FieldProblem($"options.{problem.Field}", problem.Said)));
        var pack = RulePackRequests.Of(rulePack, parameters, wire?.Limits, problems);
        var (work, deadline) = ProposalRequests.TimeOf(wire, problems);
        return problems.Count == 0
            ? new ProposalCall(wire) { Options = options, Pack = pack, Work = work, Deadline = deadline }
            : throw new BadRequestException(problems);
    }

    /// <summary>Proposes.</summary>
    /// <param name="city">The city.</param>
    /// <param name="stop">Ends the search with the best that it has.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work with nothing.</param>
    public MeasuredAlternatives Propose(CityWork city, CancellationToken stop, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = new SearchRun
        {
            BoundCuts = _wire is { HasBoundCuts: true } ? _wire.BoundCuts : null,
            Work = Work, Stop = ending.Token, UntilStopped = Deadline is not null, Begins = () => ending.CancelAfter(Deadline ?? Timeout.InfiniteTimeSpan),
        };
        return city.Propose(Options, Pack, run, progress, cancel);
    }

    /// <summary>The plans as messages, by rank.</summary>
    public IReadOnlyList<V1.Plan> ToMessages(MeasuredAlternatives measured, CityWork city)
    {
        var messages = AlternativeMessages.ToMessages(measured, city.City);
        foreach (var message in messages)
        {
            message.Limits = _wire?.Limits?.Clone();
        }

        return messages;
    }
}
