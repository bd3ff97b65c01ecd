import {
  matApartment, matCarCrash, matConstruction, matDescription, matEngineering, matFactory, matFamilyRestroom, matForest, matHealing, matHelpOutline, matHolidayVillage,
  matHome, matLocalHospital, matLuggage, matPayments, matShoppingBag, matShoppingCart, matStorefront,
} from '@quasar/extras/material-icons'
import type { DisputeType } from '@/api/types'

/** A picture for each type, so that it is found without reading. */
export const typePictures: Record<DisputeType, string> = {
  MarriageFamily: matFamilyRestroom, Neighbor: matHolidayVillage, HousingHomestead: matHome, Contract: matDescription, ProductionBusiness: matStorefront,
  DamageCompensation: matHealing, ForestLand: matForest, LandExpropriation: matConstruction, EnvironmentalPollution: matFactory, MigrantWageArrears: matPayments,
  OtherLabor: matEngineering, Tourism: matLuggage, ECommerce: matShoppingCart, OtherConsumer: matShoppingBag, Medical: matLocalHospital, RoadTraffic: matCarCrash,
  PropertyManagement: matApartment, Other: matHelpOutline,
}

/** What a village meets most; the others stand behind one more tap. */
export const commonTypes: DisputeType[] = [
  'Neighbor', 'MarriageFamily', 'HousingHomestead', 'ForestLand', 'DamageCompensation', 'MigrantWageArrears', 'RoadTraffic', 'Contract',
]
