"""Opens a layer of an office in PostGIS in QGIS, changes one feature as a planner would, and says what QGIS says."""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsFeatureRequest, QgsVectorLayer  # noqa: E402

application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(sys.argv[1], "parcels", "postgres")
print(f"{layer.featureCount()} features, {layer.crs().authid()}")
feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression("parcel_id = 'P0000007'")))
layer.startEditing()
layer.changeAttributeValue(feature.id(), layer.fields().indexFromName("land_use"), "QGIS")
print(f"saved {layer.commitChanges()}")
sys.stdout.flush()
# QGIS tidies up for longer than it works here.
os._exit(0)
