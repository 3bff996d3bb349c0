using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Measures outlines; needs no city.</summary>
internal sealed class OutlinesService : Outlines.OutlinesBase
{
    public override Task<MeasureOutlinesResponse> MeasureOutlines(MeasureOutlinesRequest request, ServerCallContext context)
    {
        var asked = OutlineRequest.From(request);
        var measured = MeasuredOutlines.Of(asked.Shapes, request.EpsgCode, asked.Selection, 0, context.CancellationToken);
        if (measured.Mended.Count + measured.Unplaced.Count > 0)
        {
            throw new BadRequestException(
            [
                .. measured.Mended.Select(row => Problem(row, "crosses itself. Put its vertices in order, or mend it first.")),
                .. measured.Unplaced.Select(row => Problem(
                    row, $"has no place in EPSG:{request.EpsgCode}, or is thousands of kilometres wide. Check the reference system, and that x is east and y is north.")),
            ]);
        }

        FieldProblem Problem(int row, string what) => new($"outlines[{row}].wkb", $"The outline '{request.Outlines[row].Id}' {what}");

        var response = new MeasureOutlinesResponse();
        for (var i = 0; i < measured.Count; i++)
        {
            response.Outlines.Add(ToMessage(request.Outlines[i].Id, measured, i, asked.Wanted));
        }

        return Task.FromResult(response);
    }

    private static OutlineMeasures ToMessage(
        string id, MeasuredOutlines measured, int row, IReadOnlyList<ShapeMeasure> wanted)
    {
        var legal = measured.LegalOf(row);
        var message = new OutlineMeasures
        {
            Id = id,
            AreaM2 = measured[row, ShapeMeasure.GrossArea].Value ?? 0,
            PerimeterM = measured[row, ShapeMeasure.OutlinePerimeter].Value ?? 0,
            LegalAreaM2 = legal.Area,
            LegalPerimeterM = legal.Perimeter,
        };
        message.Measures.AddRange(wanted.Select(measure =>
            MeasureMessages.ToMessage(MeasureNames.Of(measure).Wire, measured[row, measure])));
        return message;
    }
}
