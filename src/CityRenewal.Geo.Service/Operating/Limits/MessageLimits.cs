using CityRenewal.Geo.Service.Faults;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>Looks at the geometries of a message before anybody reads them.</summary>
internal sealed class MessageLimits(LimitOptions limits)
{
    private const int MostTold = 20;

    /// <exception cref="RefusedException">They have more vertices than the service takes on.</exception>
    /// <exception cref="BadRequestException">They claim what they do not hold, or name another system than the request.</exception>
    public void Require(IMessage message)
    {
        if (!IsFine(message))
        {
            Explain(message);
        }
    }

    private bool IsFine(IMessage message)
    {
        long all = 0;
        return GeometryFields.All(message, wkb =>
        {
            var scan = new WkbScan(wkb.Span, limits.Depth);
            var isFine = scan.TryCount() && scan.System == 0 && scan.Vertices <= limits.GeometryVertices;
            all += scan.Vertices;
            return isFine;
        }) && all <= limits.Vertices;
    }

    private void Explain(IMessage message)
    {
        long all = 0;
        var (wrong, large) = (new List<FieldProblem>(), new List<FieldProblem>());
        var system = SystemOf(message);
        foreach (var (field, wkb) in GeometryFields.Of(message))
        {
            var scan = new WkbScan(wkb.Span, limits.Depth);
            var whole = wkb.IsEmpty || scan.TryCount();
            all += scan.Vertices;
            if (scan.IsTooDeep || scan.Vertices > limits.GeometryVertices)
            {
                large.Add(new FieldProblem(field, scan.IsTooDeep
                    ? $"Collections lie more than {limits.Depth} deep in each other; send plain polygons."
                    : $"It has more than {limits.GeometryVertices:N0} vertices (limits.geometry_vertices); simplify it, or cut it into parts."));
            }
            else if (!whole && scan.IsGreedy)
            {
                // What is only broken is told by the call itself, together with all its other troubles.
                wrong.Add(new FieldProblem(field, $"is no well-known binary: {wkb.Length} bytes are not what it claims to hold. Send OGC WKB of a polygon or multipolygon, rings closed."));
            }
            else if (system is { } asked && scan.System != 0 && scan.System != asked)
            {
                wrong.Add(new FieldProblem(field, $"says of itself that it lies in EPSG:{scan.System}, the request says EPSG:{asked}. Transform it, or correct epsg_code."));
            }
        }

        Refuse(all, wrong, large);
    }

    private void Refuse(long all, List<FieldProblem> wrong, List<FieldProblem> large)
    {
        if (large.Count > 0 || all > limits.Vertices)
        {
            throw new RefusedException(Code.ResourceExhausted, "TOO_MANY_VERTICES", large.Count > 0
                ? $"{large.Count} geometries are larger than the service takes on."
                : $"The message has {all:N0} vertices, and the service takes {limits.Vertices:N0} at once (limits.vertices). Send less at once.")
            {
                Problems = [.. large.Take(MostTold)],
            };
        }

        if (wrong.Count > 0)
        {
            throw new BadRequestException([.. wrong.Take(MostTold)]);
        }
    }

    // A request without a system has other troubles, which its own checks tell together.
    private static int? SystemOf(IMessage message) =>
        message.Descriptor.FindFieldByName("epsg_code") is { FieldType: FieldType.Int32, IsRepeated: false } field && field.Accessor.GetValue(message) is int code and not 0 ? code : null;
}
