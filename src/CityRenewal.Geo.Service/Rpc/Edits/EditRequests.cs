using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc.Edits;

/// <summary>Reads the edit of a request.</summary>
internal static class EditRequests
{
    private const int MostRings = 20;

    /// <summary>The edit.</summary>
    /// <exception cref="BadRequestException">There is none, or a word of it is missing.</exception>
    public static Edit Of(V1.ApplyEditRequest request) => Kept(Read(request));

    // A session is kept as its commands: what does not read back as it was said would be another edit after a restart.
    private static Edit Kept(Edit edit) => edit.Said.Command.Any(char.IsControl) || !Rereads(edit)
        ? throw Refusal("edit", "An id or the purpose holds a quotation mark or a line break, or an id is '-'; write it without.")
        : edit;

    private static bool Rereads(Edit edit)
    {
        try
        {
            var read = EditCommand.Parse(edit.Said.Command);
            return read.GetType() == edit.GetType() && read.Said == edit.Said;
        }
        catch (EditException)
        {
            return false;
        }
    }

    private static Edit Read(V1.ApplyEditRequest request) => request.EditCase switch
    {
        V1.ApplyEditRequest.EditOneofCase.Add => new AddParcels(request.Add.Area, request.Add.Parcels),
        V1.ApplyEditRequest.EditOneofCase.Remove => new RemoveParcels(request.Remove.Area, request.Remove.Parcels),
        V1.ApplyEditRequest.EditOneofCase.Move => new MoveParcels(request.Move.FromArea, request.Move.ToArea, request.Move.Parcels),
        V1.ApplyEditRequest.EditOneofCase.Begin => new BeginArea(request.Begin.Area, request.Begin.Parcels),
        V1.ApplyEditRequest.EditOneofCase.Dissolve => new DissolveArea(request.Dissolve.Area),
        V1.ApplyEditRequest.EditOneofCase.Lock => new LockParcels(LockOf(request.Lock.State), request.Lock.Parcels),
        V1.ApplyEditRequest.EditOneofCase.Split => new SplitParcel(request.Split.Parcel, [.. request.Split.Line.Select(point => (point.X, point.Y))]),
        V1.ApplyEditRequest.EditOneofCase.SetDisposition => new SetDisposition(
            DispositionOf(request.SetDisposition.Disposition), request.SetDisposition.Buildings, PurposeOf(request.SetDisposition.Purpose)),
        V1.ApplyEditRequest.EditOneofCase.Resolve => new ResolveAround(request.Resolve.Area, RingsOf(request.Resolve)),
        _ => throw Refusal("edit", "Set one of the edits."),
    };

    private static ParcelLock LockOf(V1.LockState state) => state switch
    {
        V1.LockState.Free => ParcelLock.Free,
        V1.LockState.In => ParcelLock.In,
        V1.LockState.Out => ParcelLock.Out,
        _ => throw Refusal("lock.state", "Say whether the parcels are locked in, out, or freed."),
    };

    private static Disposition DispositionOf(V1.Disposition disposition) => disposition is V1.Disposition.Retain or V1.Disposition.Renovate or V1.Disposition.Demolish
        ? (Disposition)((int)disposition - 1)
        : throw Refusal("set_disposition.disposition", "Say RETAIN, RENOVATE or DEMOLISH.");

    // A session is kept as commands of one line.
    private static string PurposeOf(string purpose) => purpose.Any(char.IsControl)
        ? throw Refusal("set_disposition.purpose", "Write the purpose on one line.")
        : string.Join(' ', purpose.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int? RingsOf(V1.ResolveAroundEdit resolve) => resolve.WholeUnit ? null
        : !resolve.HasRings ? ResolveAround.DefaultRings
        : resolve.Rings is >= 0 and <= MostRings ? resolve.Rings
        : throw Refusal("resolve.rings", $"Give 0 to {MostRings} rings, or whole_unit.");

    private static BadRequestException Refusal(string field, string remedy) => new([new FieldProblem(field, remedy)]);
}
