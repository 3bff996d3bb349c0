using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>Turns exceptions into statuses with reason, field and remedy, in this one place.</summary>
internal sealed class FaultWords(ILogger<FaultWords> log)
{
    private const string Domain = "geo.cityrenewal";

    /// <summary>The status of an exception.</summary>
    public Google.Rpc.Status Of(Exception fault) => fault switch
    {
        BadRequestException bad => Status(Code.InvalidArgument, "BAD_REQUEST", fault.Message, Fields(bad.Problems)),
        ProposalOptionsException options => Status(Code.InvalidArgument, "BAD_OPTIONS", fault.Message, Fields(
            [.. options.Problems.Select(problem => new FieldProblem($"options.{problem.Field}", problem.Said))])),
        EditException edit => Status(Code.InvalidArgument, "IMPOSSIBLE_EDIT", fault.Message, Fields(
            [.. edit.Problems.Select(problem => new FieldProblem(problem.Field, problem.Said))])),
        RegisterRefusedException refused => Status(Code.FailedPrecondition, "REGISTER_REFUSES", string.Join(' ', refused.Problems.Select(problem => problem.Text)), Fields(
            [.. refused.Problems.Select(problem => new FieldProblem(problem.Code, problem.Text))])),
        UnusableLayersException => Status(Code.InvalidArgument, "UNUSABLE_LAYERS", fault.Message),
        NoSuchRulePackException => Status(Code.NotFound, "NO_SUCH_RULE_PACK", fault.Message),
        NoSuchCityException => Status(Code.NotFound, "NO_SUCH_CITY", fault.Message),
        RefusedException refused => Of(refused),
        MissingException missing => Status(Code.NotFound, missing.Reason, fault.Message),
        StateException state => Status(Code.FailedPrecondition, state.Reason, fault.Message),
        OfficeConflictException conflict => Of(conflict),
        TooManyRunsException => Status(Code.ResourceExhausted, "TOO_MANY_RUNS", fault.Message, new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)) }),
        OperationCanceledException => Status(Code.Cancelled, "CANCELLED", "The work was called off; nothing was stored."),
        StoreException { IsOfOffice: true } store => StoreIsGone(store),
        StoreException store => Status(Code.FailedPrecondition, "NOT_READABLE", WithoutPath(store)),
        _ => Internal(fault),
    };

    /// <summary>The status of a run that was begun too often.</summary>
    public Google.Rpc.Status GivenUp(RunRecord run) => Status(
        Code.Aborted, "RUN_GIVEN_UP",
        $"The service stopped {run.Attempts - 1} times while it worked on this, so it is given up."
        + (run.Found is { } found ? FormattableString.Invariant($" The best plan by then was worth {found:0} m²; ask again with a deadline to get it.") : " Ask again for less."));

    private static Google.Rpc.Status Of(RefusedException refused)
    {
        var details = new List<IMessage>();
        if (refused.Retry is { } wait)
        {
            details.Add(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) });
        }

        if (refused.Problems.Count > 0)
        {
            details.Add(Fields(refused.Problems));
        }

        return Status(refused.Code, refused.Reason, refused.Message, [.. details]);
    }

    private static Google.Rpc.Status Of(OfficeConflictException conflict) => conflict.Kind switch
    {
        OfficeConflict.Exists => Status(Code.AlreadyExists, "EXISTS", conflict.Message),
        OfficeConflict.Missing => Status(Code.NotFound, "MISSING", conflict.Message),
        OfficeConflict.Changed => Status(Code.Aborted, "CHANGED", conflict.Message),
        _ => Status(Code.FailedPrecondition, "FIXED", conflict.Message),
    };

    private Google.Rpc.Status Internal(Exception fault)
    {
        // The caller learns nothing of our insides; the log keeps them.
        log.LogError(fault, "a call failed");
        return Status(Code.Internal, "INTERNAL", "The service failed on this request; its log says more. Please report it.");
    }

    // What a driver says of the office's own records helps no caller, and where they lie is nobody's business.
    private Google.Rpc.Status StoreIsGone(StoreException fault)
    {
        log.LogError(fault, "the office cannot be read or written");
        return Of(new RefusedException(
            Code.Unavailable, "STORE_UNAVAILABLE", "The office's records cannot be read or written at the moment; the log of the service says more. Ask again in a while.")
        {
            Retry = TimeSpan.FromSeconds(10),
        });
    }

    // Where the service keeps its files is nobody's business; the name of a file that the caller sent is.
    private static string WithoutPath(StoreException fault)
    {
        var thing = fault.Thing;
        var name = Path.IsPathRooted(thing) ? Path.GetFileName(thing) : thing;
        var text = $"{name}: {fault.Problem} {fault.Remedy}";
        return Path.GetDirectoryName(thing) is { Length: > 1 } folder ? text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) : text;
    }

    private static BadRequest Fields(IReadOnlyList<FieldProblem> problems)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(Told.First(problems).Select(problem =>
            new BadRequest.Types.FieldViolation { Field = problem.Field, Description = problem.Message }));
        return details;
    }

    internal static Google.Rpc.Status Status(Code code, string reason, string message, params IMessage[] details)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = Told.Of(message) };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = reason, Domain = Domain }));
        status.Details.AddRange(details.Select(Any.Pack));
        return status;
    }
}
