using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Offices;
using Google.LongRunning;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Rpc.Operations;

/// <summary>Turns runs into operations.</summary>
internal static class OperationMessages
{
    /// <summary>A run as it is now.</summary>
    public static Operation ToMessage(RunRecord run, RunQueue queue) =>
        ToMessage(run, queue.FindLive(run.Id) is { } live ? live.Look().Step : new WorkProgress(run.Stage, run.State == RunState.Done ? 1 : 0), queue.AheadOf(run));

    /// <summary>A run that is at a step.</summary>
    public static Operation ToMessage(RunRecord run, WorkProgress step, int ahead)
    {
        var message = new Operation
        {
            Name = OperationNames.Of(run.Id),
            Metadata = Any.Pack(MetadataOf(run, step, ahead)),
            Done = run.Ended is not null,
        };
        if (run.State == RunState.Done)
        {
            message.Response = Any.Parser.ParseFrom(run.Response);
        }
        else if (run.Ended is not null)
        {
            message.Error = Google.Rpc.Status.Parser.ParseFrom(run.Error);
        }

        return message;
    }

    private static V1.RunMetadata MetadataOf(RunRecord run, WorkProgress step, int ahead)
    {
        var metadata = new V1.RunMetadata
        {
            Kind = run.Kind,
            City = $"cities/{run.City}",
            State = (V1.RunState)((int)run.State + 1),
            Stage = step.Stage,
            Share = Math.Clamp(step.Share, 0, 1),
            Ahead = ahead,
            Attempts = run.Attempts,
            CreateTime = Timestamp.FromDateTimeOffset(run.Created),
        };
        if (run is { Found: { } found, Bound: { } bound })
        {
            (metadata.Found, metadata.Bound) = (found, bound);
            if (found > 0)
            {
                metadata.Gap = Math.Max(0, (bound - found) / found);
            }
        }

        if (run.Ended is { } ended)
        {
            metadata.EndTime = Timestamp.FromDateTimeOffset(ended);
        }

        return metadata;
    }
}
