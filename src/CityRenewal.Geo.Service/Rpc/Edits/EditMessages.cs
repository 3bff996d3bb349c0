using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Rpc.Edits;

/// <summary>Turns sessions and what edits did into their messages.</summary>
internal static class EditMessages
{
    /// <summary>The name of a session.</summary>
    public static string NameOf(SessionRecord record) => $"cities/{record.City}/editSessions/{record.Id}";

    /// <summary>The etag of a session as it is now.</summary>
    public static string EtagOf(SessionRecord record) => FormattableString.Invariant($"\"{record.Edits.Count}-{record.Made}-{record.Changed.ToUnixTimeMilliseconds():x}\"");

    /// <summary>What is on the disk of a session, without areas.</summary>
    public static V1.EditSession ToMessage(SessionRecord record) => new()
    {
        Name = NameOf(record),
        Plan = $"cities/{record.City}/plans/{record.Plan}",
        Etag = EtagOf(record),
        CanUndo = record.Made > 0,
        CanRedo = record.Made < record.Edits.Count,
        UpdateTime = Timestamp.FromDateTimeOffset(record.Changed),
        Owner = record.Caller,
    };

    /// <summary>A session with its areas.</summary>
    public static V1.EditSession ToMessage(OpenSession open)
    {
        var (session, message) = (open.Session, ToMessage(open.Record));
        var outlines = new OutlineWkb(session.City.Plane);
        message.Objective = session.Objective;
        message.Areas.AddRange(session.Areas.Select(area => ToMessage(area, session, outlines)));
        message.Edits.AddRange(session.Edits.Select(ToMessage));
        message.Notes.AddRange(session.PlanBreaches.Select(breach => new V1.PlanNote { Code = breach.Check, Text = breach.Text, TextChinese = breach.TextChinese }));
        return message;
    }

    /// <summary>What an edit, an undo or a redo did.</summary>
    public static V1.EditOutcome ToMessage(EditReport report, OpenSession open)
    {
        var outlines = new OutlineWkb(open.Session.City.Plane);
        var message = new V1.EditOutcome
        {
            Edit = ToMessage(report.Edit), ObjectiveBefore = report.ObjectiveBefore, ObjectiveAfter = report.ObjectiveAfter,
            CanUndo = open.Session.CanUndo, CanRedo = open.Session.CanRedo, Etag = EtagOf(open.Record),
        };
        foreach (var change in report.Changes)
        {
            var told = new V1.AreaChange
            {
                Area = change.Id,
                Before = change.Before is { } before ? ToMessage(before, open.Session, outlines) : null,
                After = change.After is { } after ? ToMessage(after, open.Session, outlines) : null,
            };
            told.Gained.AddRange(change.Gained);
            told.Lost.AddRange(change.Lost);
            message.Changes.Add(told);
        }

        message.Notes.AddRange(report.Tells.Select(note => new V1.PlanNote { Code = note.Code, Text = note.Text, TextChinese = note.TextChinese }));
        return message;
    }

    private static V1.MadeEdit ToMessage(AppliedEdit edit) => new() { Command = edit.Command, Text = edit.Text, TextChinese = edit.TextChinese };

    private static V1.EditedArea ToMessage(EditedArea edited, EditSession session, OutlineWkb outlines)
    {
        var (area, city) = (edited.Area, session.City);
        var message = new V1.EditedArea
        {
            Id = area.Id, GrossAreaM2 = area.GrossArea, NetAreaM2 = area.NetArea, PerimeterM = area.Perimeter, ValueM2 = edited.Value,
            IsSound = edited.IsSound, OutlineWkb = ByteString.CopyFrom(outlines.Of(area.Outline)), EpsgCode = outlines.Epsg,
        };
        message.Parcels.AddRange(area.Parcels.Select(parcel => IdOf(city, parcel)).Order(StringComparer.Ordinal));
        message.Measures.AddRange(edited.Measures.All.Select(measure => MeasureMessages.ToMessage(measure.Name.Wire, measure.Value)));
        message.Breaches.AddRange(edited.Breaches.Select(breach => new V1.PlanNote { Code = breach.Check, Text = breach.Text, TextChinese = breach.TextChinese }));
        if (session.Rules is { } pack)
        {
            message.Findings.AddRange(edited.Findings.Select(finding => FindingMessages.ToMessage(finding, pack, city)));
        }

        return message;
    }

    // An area before an undo of a split may hold parts that the city has no more.
    private static string IdOf(City city, int parcel) => parcel < city.Parcels.Count ? city.Parcels.Ids[parcel] : "";
}
