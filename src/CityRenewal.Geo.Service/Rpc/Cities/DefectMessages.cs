using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Readiness;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>Turns defects and quality reports into their messages.</summary>
internal static class DefectMessages
{
    public static V1.Defect ToMessage(Defect defect)
    {
        var kind = DefectKinds.Find(defect.Code);
        var message = new V1.Defect
        {
            Code = defect.Code, Severity = WordOf(defect.Severity), Layer = defect.Layer, Id = defect.Id, Fid = defect.Fid,
            Message = defect.Message, Remedy = defect.Remedy, MessageChinese = kind?.Chinese ?? "", RemedyChinese = kind?.ChineseRemedy ?? "",
        };
        if (double.IsFinite(defect.X) && double.IsFinite(defect.Y))
        {
            (message.X, message.Y) = (defect.X, defect.Y);
        }

        return message;
    }

    /// <summary>A quality report with so many of its defects at most.</summary>
    public static V1.QualityReport ToMessage(CheckReport report, int most)
    {
        var message = new V1.QualityReport { DataVersion = report.City.DataVersion, Ledger = LedgerOf(report.Fabric.Ledger) };
        message.Defects.AddRange(report.Defects.Take(most).Select(ToMessage));
        message.Counts.AddRange(DefectGroup.Of(report.Defects).Select(group => new V1.DefectCount
        {
            Code = group.Code, Severity = WordOf(group.Severity), Layer = group.Layer, Count = group.Count,
        }));
        message.Readiness.AddRange(report.Readiness.Select(ToMessage));
        message.Tolerances.AddRange(report.Tolerances.Pairs.Select(ToMessage));
        return message;
    }

    private static V1.ReadyConclusion ToMessage(Conclusion conclusion)
    {
        var message = new V1.ReadyConclusion
        {
            Code = conclusion.Code, Title = conclusion.English, TitleChinese = conclusion.Chinese, Carried = ReadinessWords.Wire(conclusion.Carried),
        };
        message.Reasons.AddRange(conclusion.Reasons.Select(reason => reason.English));
        message.ReasonsChinese.AddRange(conclusion.Reasons.Select(reason => reason.Chinese));
        return message;
    }

    private static V1.LayerTolerance ToMessage(LayerTolerance pair)
    {
        var message = new V1.LayerTolerance
        {
            Layer = pair.Layer, Other = pair.Other, Samples = pair.Samples, FollowingShare = pair.FollowingShare, Confidence = pair.Confidence,
        };
        if (pair.IsKnown)
        {
            (message.ToleranceM, message.MedianM) = (pair.Metres, pair.MedianMetres);
        }

        return message;
    }

    private static V1.LandLedger LedgerOf(Fabric.AreaLedger ledger)
    {
        var message = new V1.LandLedger
        {
            StudyAreaSource = LedgerWords.SourceOf(ledger.Source).Wire, StudyAreaM2 = ledger.StudyAreaM2,
            ResidualM2 = ledger.ResidualM2, ParcelsOutsideM2 = ledger.ParcelsOutsideM2,
        };
        foreach (var (wire, _, value) in LedgerWords.ClassesOf(ledger))
        {
            message.Classes[wire] = value;
        }

        return message;
    }

    private static V1.Severity WordOf(Severity severity) => (V1.Severity)((int)severity + 1);
}
